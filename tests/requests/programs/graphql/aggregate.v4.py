import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

article = client.collections.use("Article").aggregate.over_all(
    total_count=True, return_metrics=Metrics("wordCount").integer(mean=True, maximum=True)
)
print(article.total_count, article.properties["wordCount"].mean, article.properties["wordCount"].maximum)
