import weaviate
from weaviate.classes.init import AdditionalConfig, Auth, Timeout

client = weaviate.connect_to_local(
    auth_credentials=Auth.api_key("secret-key"),
    headers={"X-OpenAI-Api-Key": "sk-123"},
    additional_config=AdditionalConfig(
        timeout=Timeout(init=20, query=20, insert=20), trust_env=True
    ),
)
print(client.is_ready())
