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

print(
    client.query.aggregate("Article")
    .with_group_by_filter(["category"])
    .with_fields("groupedBy { path value } meta { count }")
    .do()
)
