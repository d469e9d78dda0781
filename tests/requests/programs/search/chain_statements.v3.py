import weaviate

client = weaviate.Client("http://localhost:8080")

query = client.query.get("Article", ["title"])
query = query.with_near_text({"concepts": ["animals"]})
query = query.with_limit(2)
result = query.do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
