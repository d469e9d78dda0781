import weaviate

client = weaviate.Client("http://localhost:8080")

def search(near):
    if near:
        result = client.query.get("Article", ["title"]).with_near_text({"concepts": ["x"]}).with_limit(1).do()
    else:
        result = client.query.get("Article", ["title"]).with_limit(2).do()
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(search(True), search(False))
