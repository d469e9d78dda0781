import weaviate

client = weaviate.Client("http://localhost:8080")

print(client.query.multi_get([client.query.get("Author", ["name"]), client.query.get("Publication", ["name"])]).do()["data"]["Get"]["Author"])
