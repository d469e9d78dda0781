import weaviate

client = weaviate.Client("http://localhost:8080")
print(client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(2).do()["data"]["Get"]["Article"][0])
