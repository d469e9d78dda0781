import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

ARTICLE = {
    "class": "Article",
    "properties": [
        {"name": "title", "dataType": ["text"]},
        {"name": "category", "dataType": ["text"]},
        {"name": "wordCount", "dataType": ["int"]},
        {"name": "price", "dataType": ["number"]},
        {"name": "published", "dataType": ["boolean"]},
        {"name": "publicationDate", "dataType": ["date"]},
        {"name": "hasAuthor", "dataType": ["Author"]},
    ],
}
print(ARTICLE["class"])

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=[
        Metrics("wordCount").integer(count=True),
        Metrics("title").text(count=True),
        Metrics("published").boolean(count=True),
    ],
)
print(result.properties["wordCount"].count + result.properties["title"].count + result.properties["published"].count)
