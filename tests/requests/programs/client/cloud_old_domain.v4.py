# fix: --unsafe-fixes
import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_weaviate_cloud(
    cluster_url="https://old-cluster.semi.network", auth_credentials=Auth.api_key("secret-key")
)
print(client.is_ready())
