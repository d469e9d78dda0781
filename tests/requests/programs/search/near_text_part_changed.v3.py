import weaviate

client = weaviate.Client("http://localhost:8080")
near: dict = {"concepts": ["x"]}
concepts = near["concepts"]
concepts.append("y")
print(client.query.get("Article", ["title"]).with_near_text(near).with_limit(1).do()["data"]["Get"]["Article"][0]["title"])
