import weaviate
from weaviate.classes.query import MetadataQuery, Move

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query=["fashion", "style"],
    certainty=0.7,
    move_to=Move(force=0.85, concepts=["haute couture"]),
    move_away=Move(force=0.45, concepts="finance", objects=["a0000000-0000-4000-8000-000000000002"]),
    return_metadata=MetadataQuery(certainty=True),
    return_properties=["title", "url"],
)
for article in result.objects:
    print(article.properties["title"], article.properties["url"], article.metadata.certainty)
