import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.multi_get(
    [
        client.query.get("Article", ["title"]).with_limit(1),
        client.query.get("Author", ["name"]).with_limit(1),
    ]
).do()
print(result["data"]["Get"]["Article"][0]["title"], result["data"]["Get"]["Author"][0]["name"])
