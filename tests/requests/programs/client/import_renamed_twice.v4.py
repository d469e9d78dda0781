# fix: --unsafe-fixes
import os

os.environ["WEAVIATE_URL"] = "http://localhost:8080"


def ready() -> bool:
    from weaviate import WeaviateClient
    from weaviate.connect import ConnectionParams

    client = WeaviateClient(
        connection_params=ConnectionParams.from_url(
            os.environ["WEAVIATE_URL"], grpc_port=50051
        ),
    )
    client.connect()
    return client.is_ready()


def live() -> bool:
    from weaviate import WeaviateClient
    from weaviate.connect import ConnectionParams

    client = WeaviateClient(
        connection_params=ConnectionParams.from_url(
            os.environ["WEAVIATE_URL"], grpc_port=50051
        ),
    )
    client.connect()
    return client.is_live()


print(ready(), live())
