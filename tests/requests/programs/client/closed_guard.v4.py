# fix: --unsafe-fixes
import weaviate
from weaviate.connect import ConnectionParams

if __name__ == "__main__":
    name = "weaviate"
    with weaviate.WeaviateClient(
        connection_params=ConnectionParams.from_url(
            f"http://{name}:8080", grpc_port=50051
        ),
    ) as client:
        if client.is_ready():
            print(client.get_meta()["version"])
