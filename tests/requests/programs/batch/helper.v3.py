import weaviate
from weaviate.batch import Batch
from weaviate.util import generate_uuid5

client = weaviate.Client("http://localhost:8080")


def add_author(batch: Batch, name: str) -> str:
    uuid = generate_uuid5(name)
    batch.add_data_object({"name": name}, "Author", uuid)
    return uuid


def add_article(batch: Batch, title: str, author: str) -> None:
    uuid = batch.add_data_object({"title": title}, "Article")
    batch.add_reference(uuid, "Article", "hasAuthor", author, "Author")


with client.batch as batch:
    author = add_author(batch, "Dan")
    add_article(batch, "One", author)
