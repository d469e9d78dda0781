# fix: --unsafe-fixes
import os

from weaviate import Client


class Library(Client):
    def add(self, title: str) -> None:
        self.data_object.create({"title": title}, "Article", "a1b2c3d4-0000-4000-8000-000000000001")


def connect() -> Library:
    return Library(os.environ.get("WEAVIATE_HOST", "http://localhost:8080"), additional_headers={"X-Cohere-Api-Key": "secret"})


library = Library("http://localhost:8080")
library.add("One")
print(connect().schema.exists("Article"), isinstance(library, Client))
