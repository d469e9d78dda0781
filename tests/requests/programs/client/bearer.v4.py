# fix: --unsafe-fixes
import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_custom(
    http_host="oidc.example.com",
    http_port=443,
    http_secure=True,
    grpc_host="oidc.example.com",
    grpc_port=50051,
    grpc_secure=True,
    auth_credentials=Auth.bearer_token("token-1", expires_in=300),
)
print(client.collections.use("Article").aggregate.over_all(total_count=True).total_count)
