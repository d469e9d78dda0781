# fix: --unsafe-fixes
import weaviate
from weaviate.classes.data import ReferenceToMulti
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

client.collections.use("Article").data.reference_add(
    from_uuid="a0000000-0000-4000-8000-000000000001",
    from_property="hasAuthor",
    to=ReferenceToMulti(target_collection="Author", uuids="b0000000-0000-4000-8000-000000000001"),
)
article = client.collections.use("Article").query.fetch_object_by_id(
    "a0000000-0000-4000-8000-000000000001",
    return_references=[QueryReference(link_on="hasAuthor"), QueryReference(link_on="hasAuthors")],
)
print([f"/v1/objects/{author.collection}/{author.uuid}" for author in article.references["hasAuthor"].objects])
for author in article.references["hasAuthors"].objects:
    print({
        "beacon": f"weaviate://localhost/{author.collection}/{author.uuid}",
        "href": f"/v1/objects/{author.collection}/{author.uuid}",
    })
print(f'weaviate://localhost/{article.references["hasAuthors"].objects[0].collection}/{article.references["hasAuthors"].objects[0].uuid}')
