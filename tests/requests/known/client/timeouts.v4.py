import weaviate
from weaviate.classes.init import AdditionalConfig, Timeout

client = weaviate.connect_to_local(additional_config=AdditionalConfig(timeout=Timeout(query=20, insert=20)))
print(client.is_ready())
