import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

ARTICLE = {"class": "Article", "properties": [{"name": "price", "dataType": ["number"]}]}
print(ARTICLE["class"])

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=[
        Metrics("price").number(count=True, minimum=True, maximum=True, mean=True, median=True, mode=True, sum_=True),
        Metrics("publicationDate").date_(count=True, minimum=True, maximum=True, median=True, mode=True),
        Metrics("published").boolean(
            count=True, total_true=True, total_false=True, percentage_true=True, percentage_false=True
        ),
        Metrics("hasAuthor").reference(pointing_to=True),
        Metrics("title").text(count=True, top_occurrences_count=True, top_occurrences_value=True),
    ],
)
print(result.properties["price"].sum_, result.properties["price"].median, result.properties["published"].percentage_true)
print(result.properties["hasAuthor"].pointing_to, result.properties["title"].top_occurrences[0].value)
