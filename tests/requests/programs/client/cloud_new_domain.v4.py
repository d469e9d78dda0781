from weaviate import connect_to_weaviate_cloud
from weaviate.classes.init import Auth

client = connect_to_weaviate_cloud(
    cluster_url="https://random.c0.europe-west3.gcp.weaviate.cloud", auth_credentials=Auth.api_key("secret-key")
)
print(client.is_ready())
