import weaviate

client = weaviate.Client("http://localhost:8080")

numbers = iter([2, 1])
query = client.query.get("Article", ["title"])
query = query.with_limit(next(numbers))
print(next(numbers))
result = query.do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
