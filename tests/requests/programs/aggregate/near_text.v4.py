import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.near_text(
    query=["animals"],
    distance=0.5,
    object_limit=3,
    total_count=False,
    return_metrics=Metrics("wordCount").integer(sum_=True),
)
print(result.properties["wordCount"].sum_)
