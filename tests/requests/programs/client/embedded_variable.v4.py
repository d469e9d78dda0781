import weaviate
from weaviate.embedded import EmbeddedOptions

options = EmbeddedOptions(port=8079)
client = weaviate.WeaviateClient(embedded_options=options)
client.connect()
print(client.is_ready(), options.port)
