import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=Metrics("category").text(top_occurrences_count=True, top_occurrences_value=True, limit=1),
)
print(result.properties["category"].top_occurrences[0].value)
print(len(result.properties["category"].top_occurrences))
