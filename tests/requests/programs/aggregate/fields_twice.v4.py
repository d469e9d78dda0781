import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    # and how many
    return_metrics=[
        Metrics("wordCount").integer(mean=True),
        Metrics("title").text(count=True),
    ],  # the length
)
print(result.properties["wordCount"].mean)
