import weaviate

client = weaviate.Client("http://localhost:8080")

author = "hasAuthor { ... on Author { name } }"
print(client.query.get("Article", ["title", author]).with_limit(1).do()["data"]["Get"]["Article"][0]["title"])
