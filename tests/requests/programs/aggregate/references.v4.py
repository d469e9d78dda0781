import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False, return_metrics=Metrics("hasAuthor").reference(pointing_to=True)
)
print(result.properties["hasAuthor"].pointing_to)
