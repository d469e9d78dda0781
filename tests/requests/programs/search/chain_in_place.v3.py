import weaviate

client = weaviate.Client("http://localhost:8080")

query = client.query.get("Article", ["title"])
query.with_limit(2)
query.with_offset(1)
result = query.do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
