import weaviate
from weaviate.classes.query import MetadataQuery, Move

client = weaviate.connect_to_local()

for article in client.collections.use("Article").query.near_text(
    query=["animals"],
    certainty=0.5,
    move_to=Move(force=0.5, concepts=["pets"]),
    move_away=Move(force=0.25, concepts=["cooking"]),
    limit=2,
    return_metadata=MetadataQuery(distance=True, certainty=True),
    return_properties=["title"],
).objects:
    print(article.properties["title"], str(article.uuid), article.metadata.certainty)
