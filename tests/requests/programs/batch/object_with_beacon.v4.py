import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

author = "b0000000-0000-4000-8000-000000000001"
with client.batch.dynamic() as batch:
    batch.add_object(
        properties={"title": "One"},
        references={"mentions": ReferenceToMulti(target_collection="Author", uuids=author)},
        collection="Article",
    )
    batch.add_object(
        properties={"title": "Two"},
        references={"hasAuthors": ["b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"]},
        collection="Article",
    )
