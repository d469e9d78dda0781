import weaviate
from weaviate.classes.init import AdditionalConfig, Proxies

client = weaviate.connect_to_local(
    additional_config=AdditionalConfig(proxies=Proxies(https="http://proxy.example.com:3128"))
)
print(client.is_ready())
