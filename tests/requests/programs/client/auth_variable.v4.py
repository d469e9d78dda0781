import weaviate
from weaviate.classes.init import Auth

auth_config = Auth.api_key("secret-key")
client = weaviate.connect_to_weaviate_cloud(
    cluster_url="https://some-cluster.weaviate.network", auth_credentials=auth_config
)
print(client.is_ready())
