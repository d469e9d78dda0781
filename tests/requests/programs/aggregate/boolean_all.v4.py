import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=Metrics("published").boolean(
        count=True, total_true=True, total_false=True, percentage_true=True, percentage_false=True
    ),
)
published = result.properties["published"]
print(published.total_true, published.total_false, published.percentage_true, published.percentage_false)
