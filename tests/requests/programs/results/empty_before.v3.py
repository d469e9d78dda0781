import weaviate

client = weaviate.Client("http://localhost:8080")

def search(wanted):
    objects = []
    if wanted:
        objects = client.query.get("Article", ["title"]).with_limit(2).do()["data"]["Get"]["Article"]
    return [one["title"] for one in objects]


print(search(True), search(False))
