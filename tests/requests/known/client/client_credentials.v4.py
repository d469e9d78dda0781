import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_custom(
    http_host="oidc.example.com",
    http_port=443,
    http_secure=True,
    grpc_host="oidc.example.com",
    grpc_port=50051,
    grpc_secure=True,
    auth_credentials=Auth.client_credentials("secret", scope=["a", "b"]),
)
print(client.is_ready())
