import weaviate

client = weaviate.Client("http://localhost:8080")

size = 2
query = client.query.get("Article", ["title"]).with_limit(size)
size = 100
result = query.do()
print(size)
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
