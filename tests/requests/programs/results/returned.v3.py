import weaviate

client = weaviate.Client("http://localhost:8080")

def search():
    return client.query.get("Article", ["title"]).with_limit(2).do()


for one in search()["data"]["Get"]["Article"]:
    print(one["title"])
