import weaviate

client = weaviate.Client("http://localhost:8080")

if (objects := client.query.get("Article", ["title"]).with_limit(1).do()["data"]["Get"]["Article"]):
    print(objects[0]["title"])
