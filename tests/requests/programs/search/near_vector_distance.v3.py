import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_near_vector({"vector": [0.5, 0.25], "distance": 0.75}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
