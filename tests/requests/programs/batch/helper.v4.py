import weaviate
from weaviate.util import generate_uuid5
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()


def add_author(batch: weaviate.BatchClient, name: str) -> str:
    uuid = generate_uuid5(name)
    batch.add_object(properties={"name": name}, collection="Author", uuid=uuid)
    return uuid


def add_article(batch: weaviate.BatchClient, title: str, author: str) -> None:
    uuid = batch.add_object(properties={"title": title}, collection="Article")
    batch.add_reference(
        from_uuid=uuid,
        from_collection="Article",
        from_property="hasAuthor",
        to=ReferenceToMulti(target_collection="Author", uuids=author),
    )


with client.batch.dynamic() as batch:
    author = add_author(batch, "Dan")
    add_article(batch, "One", author)
