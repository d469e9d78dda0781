import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get(
        "Author",
        ["name", "wroteArticles { ... on Article { title inPublication { ... on Publication { name } } _additional { id } } }"],
    )
    .with_limit(2)
    .do()
)
for author in result["data"]["Get"]["Author"]:
    for article in author["wroteArticles"]:
        print(author["name"], article["title"], article["_additional"]["id"], article["inPublication"][0]["name"])
