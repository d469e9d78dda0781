# fix: --unsafe-fixes
import weaviate
from weaviate.connect import ConnectionParams


def connect(url: str) -> weaviate.WeaviateClient:
    client = weaviate.WeaviateClient(
        connection_params=ConnectionParams.from_url(url, grpc_port=50051),
        additional_headers={"X-Team": "search"},
    )
    client.connect()
    return client


print(connect("http://weaviate:8080").is_ready())
