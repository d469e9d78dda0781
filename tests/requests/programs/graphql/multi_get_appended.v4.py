# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import MetadataQuery, Sort

client = weaviate.connect_to_local()


def search(texts, limit, threshold=None):
    queries = {}
    for number, text in enumerate(texts):
        queries[f"query_{number}"] = client.collections.use("Article").query.near_text(
            query=[text],
            limit=limit,
            return_metadata=MetadataQuery(distance=True),
            return_properties=["title"],
        ).objects
    return [
        [(article.properties["title"], article.metadata.distance) for article in found]
        for found in queries.values()
    ]


print(search(["cats", "dogs"], 2))
paths = {"Article": "title", "Author": "name"}
queries = {}
for name, path in paths.items():
    queries[f"all_{name}"] = client.collections.use(name).query.fetch_objects(
        limit=3, sort=Sort.by_property(path), return_properties=[path]
    ).objects
if queries:
    for name, found in queries.items():
        print(name, len(found), found[0].properties)
