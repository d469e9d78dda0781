import weaviate

client = weaviate.Client("http://localhost:8080")

def titles(name):
    result = client.query.get(name, ["title"]).with_limit(2).do()
    if name in result["data"]["Get"]:
        return [article["title"] for article in result["data"]["Get"][name]]


print(titles("Article"))
