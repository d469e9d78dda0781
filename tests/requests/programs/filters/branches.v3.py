import weaviate

client = weaviate.Client("http://localhost:8080")

def search(few):
    if few:
        where = {"path": ["wordCount"], "operator": "LessThan", "valueInt": 300}
    else:
        where = {"path": ["wordCount"], "operator": "GreaterThanEqual", "valueInt": 300}
    result = client.query.get("Article", ["title"]).with_where(where).do()
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(search(True), search(False))
