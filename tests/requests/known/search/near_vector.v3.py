import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_near_vector({"vector": [0.1, 0.2, 0.3], "distance": 0.5})
    .with_additional(["vector"])
    .with_limit(2)
    .do()
)
print([(one["title"], one["_additional"]["vector"]) for one in result["data"]["Get"]["Article"]])
