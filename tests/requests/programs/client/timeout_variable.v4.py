import weaviate
from weaviate.classes.init import AdditionalConfig, Timeout

client = weaviate.connect_to_local(
    additional_config=AdditionalConfig(timeout=Timeout(init=20, query=20, insert=20))
)
print(client.is_ready())
