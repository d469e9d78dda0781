import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

def embed(text):
    return [0.1 * len(text), 0.2, 0.3]


vector = {"vector": embed("animals")}
result = client.collections.use("Article").query.near_vector(
    near_vector=vector["vector"],
    limit=2,
    return_metadata=MetadataQuery(certainty=True),
    return_properties=["title"],
)
for one in result.objects:
    print(one.properties["title"], one.metadata.certainty)
