import weaviate
from weaviate.classes.aggregate import GroupByAggregate
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
    group_by=GroupByAggregate(prop="category", limit=2),
    total_count=True,
    return_metrics=Metrics("wordCount").integer(mean=True),
)
groups = result.groups
print(len(groups), [groups[0].grouped_by.prop])
for group in groups:
    print(group.grouped_by.value, group.total_count, group.properties["wordCount"].mean)
