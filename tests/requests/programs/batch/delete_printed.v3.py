import weaviate

client = weaviate.Client("http://localhost:8080")

print(client.batch.delete_objects("Article", {"path": ["wordCount"], "operator": "LessThan", "valueInt": 500})["results"]["failed"])
