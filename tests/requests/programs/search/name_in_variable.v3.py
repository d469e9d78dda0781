import weaviate

client = weaviate.Client("http://localhost:8080")

NAME = "Article"
result = client.query.get(NAME, ["title", "url"]).with_limit(2).do()
for one in result["data"]["Get"][NAME]:
    print(one["title"], one["url"])
