import weaviate
from weaviate import EmbeddedOptions

options = EmbeddedOptions(port=8079)
client = weaviate.Client(embedded_options=options)
print(client.is_ready(), options.port)
