import weaviate

client = weaviate.Client("http://localhost:8080")
cfg = {"w": "x"}
near = {"concepts": [cfg["w"]]}
cfg["w"] = "y"
print(client.query.get("Article", ["title"]).with_near_text(near).with_limit(1).do()["data"]["Get"]["Article"][0]["title"])
