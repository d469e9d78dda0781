import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=Metrics("publicationDate").date_(count=True, minimum=True, maximum=True, median=True, mode=True),
)
print(result.properties["publicationDate"].maximum)
