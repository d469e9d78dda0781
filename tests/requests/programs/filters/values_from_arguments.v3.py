import weaviate

client = weaviate.Client("http://localhost:8080")

def search(name, value):
    result = client.query.get("Article", ["title"]).with_where({"path": [name], "operator": "Equal", "valueText": value}).do()
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(search("category", "science"))
