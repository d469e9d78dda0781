import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title", "hasAuthor { ... on Author { name } }"])
    .with_limit(2)
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["hasAuthor"][0]["name"])
