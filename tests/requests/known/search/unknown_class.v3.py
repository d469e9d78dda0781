import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Nothing", ["title"]).do()
if "errors" in result:
    print("failed")
