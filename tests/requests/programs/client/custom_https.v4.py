# fix: --unsafe-fixes
import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_custom(
    http_host="weaviate.example.com",  # ours
    http_port=443,
    http_secure=True,
    grpc_host="weaviate.example.com",
    grpc_port=50051,
    grpc_secure=True,
    auth_credentials=Auth.api_key("secret-key"),  # from the vault
    headers={"X-Team": "search"},
)
print(client.get_meta()["version"])
