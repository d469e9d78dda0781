import weaviate
from weaviate.classes.init import AdditionalConfig, Timeout

client = weaviate.connect_to_local(
    additional_config=AdditionalConfig(timeout=Timeout(init=25, query=25, insert=25))
)
print(client.is_ready())
