import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    author = batch.add_object(properties={"name": "Dan"}, collection="Author")
    article = batch.add_object(properties={"title": "Dan's own"}, collection="Article")
    batch.add_reference(
        from_uuid=article,
        from_collection="Article",
        from_property="hasAuthor",
        to=ReferenceToMulti(target_collection="Author", uuids=author),
    )
