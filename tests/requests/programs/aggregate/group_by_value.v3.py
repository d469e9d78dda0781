import weaviate

client = weaviate.Client("http://localhost:8080")

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

result = (
    client.query.aggregate("Article")
    .with_group_by_filter(["category"])
    .with_fields("groupedBy { path value }")
    .with_fields("wordCount { mean }")
    .with_meta_count()
    .with_limit(2)
    .do()
)
groups = result["data"]["Aggregate"]["Article"]
print(len(groups), groups[0]["groupedBy"]["path"])
for group in groups:
    print(group["groupedBy"]["value"], group["meta"]["count"], group["wordCount"]["mean"])
