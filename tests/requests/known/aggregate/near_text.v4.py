import weaviate
from weaviate.classes.aggregate import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.near_text(
    query="animals",
    distance=0.5,
    object_limit=3,
    return_metrics=[Metrics("wordCount").integer(sum_=True)],
    total_count=False,
)
print(result.properties["wordCount"].sum_)
