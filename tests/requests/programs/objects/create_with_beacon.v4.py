import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

author = "b0000000-0000-4000-8000-000000000001"
client.collections.use("Article").data.insert(
    properties={"title": "Hello"},
    references={
        "mentions": ReferenceToMulti(
            target_collection="Author", uuids="b0000000-0000-4000-8000-000000000001"
        ),
    },
)
client.collections.use("Article").data.insert(
    properties={"title": "Bye"},
    references={"mentions": ReferenceToMulti(target_collection="Author", uuids=author)},
)
