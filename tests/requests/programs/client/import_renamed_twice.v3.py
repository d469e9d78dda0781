# fix: --unsafe-fixes
import os

os.environ["WEAVIATE_URL"] = "http://localhost:8080"


def ready() -> bool:
    from weaviate import Client as WeaviateClient

    client = WeaviateClient(os.environ["WEAVIATE_URL"])
    return client.is_ready()


def live() -> bool:
    from weaviate import Client as WeaviateClient

    client = WeaviateClient(os.environ["WEAVIATE_URL"])
    return client.is_live()


print(ready(), live())
