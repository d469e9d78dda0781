# fix: --unsafe-fixes
import os

from weaviate import WeaviateClient
from weaviate.connect import ConnectionParams


class Library(WeaviateClient):
    def add(self, title: str) -> None:
        self.collections.use("Article").data.insert(
            properties={"title": title}, uuid="a1b2c3d4-0000-4000-8000-000000000001"
        )


def connect() -> Library:
    client = Library(
        connection_params=ConnectionParams.from_url(
            os.environ.get("WEAVIATE_HOST", "http://localhost:8080"), grpc_port=50051
        ),
        additional_headers={"X-Cohere-Api-Key": "secret"},
    )
    client.connect()
    return client


library = Library(connection_params=ConnectionParams.from_url("http://localhost:8080", grpc_port=50051))
library.connect()
library.add("One")
print(connect().collections.exists("Article"), isinstance(library, WeaviateClient))
