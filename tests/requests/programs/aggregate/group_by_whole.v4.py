import weaviate
from weaviate.classes.aggregate import GroupByAggregate

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

print(
    {
        "data": {
            "Aggregate": {
                "Article": [
                    {
                        "groupedBy": {
                            "path": [group.grouped_by.prop],
                            "value": group.grouped_by.value,
                        },
                        "meta": {"count": group.total_count},
                    }
                    for group in client.collections.use("Article").aggregate.over_all(
                        group_by=GroupByAggregate(prop="category"), total_count=True
                    ).groups
                ],
            },
        },
    }
)
