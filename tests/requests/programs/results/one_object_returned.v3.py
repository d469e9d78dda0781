import weaviate

client = weaviate.Client("http://localhost:8080")

def first():
    result = client.query.get("Article", ["title"]).with_limit(1).do()
    objects = result["data"]["Get"]["Article"]
    return objects[0] if objects else None


print(first())
