import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

ARTICLE = {"class": "Article", "properties": [{"name": "price", "dataType": ["number"]}]}
print(ARTICLE["class"])

response = client.collections.use("Article").aggregate.over_all(total_count=True)
print(len([{"meta": {"count": response.total_count}}]))
response = client.collections.use("Article").aggregate.over_all(
    total_count=False, return_metrics=Metrics("price").number(mean=True, sum_=True)
).properties["price"]
print({"mean": response.mean, "sum": response.sum_})
response = client.collections.use("Article").aggregate.over_all(
    total_count=False, return_metrics=Metrics("title").text(top_occurrences_count=True, top_occurrences_value=True)
).properties["title"].top_occurrences[0]
print(
    {"value": response.value, "occurs": response.count}
)
