# fix: --unsafe-fixes
import weaviate
from weaviate.connect import ConnectionParams


def connect(url="http://localhost:8080", **kwargs):
    client = weaviate.WeaviateClient(connection_params=ConnectionParams.from_url(url, grpc_port=50051), **kwargs)
    client.connect()
    print(client.is_ready())
    return client


print(connect().collections.exists("Article"))
print(connect(additional_headers={"X-OpenAI-Api-Key": "secret"}).collections.exists("Author"))
