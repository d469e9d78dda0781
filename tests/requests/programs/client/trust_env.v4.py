import weaviate
from weaviate.classes.init import AdditionalConfig

client = weaviate.connect_to_local(additional_config=AdditionalConfig(trust_env=True))
print(client.is_ready())
