import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get(
        "Article",
        ["title", "hasAuthor { ... on Author { name writesFor { ... on Publication { name _additional { id } } } } }"],
    )
    .with_limit(2)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    author = one["hasAuthor"][0]
    print(one["title"], author["name"], author["writesFor"][0]["name"], author["writesFor"][0]["_additional"]["id"])
