import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=Metrics("wordCount").integer(
        count=True, maximum=True, mean=True, median=True, minimum=True, mode=True, sum_=True
    ),
)
words = result.properties["wordCount"]
print(words.count, words.maximum, words.mean, words.median, words.minimum, words.mode, words.sum_)
