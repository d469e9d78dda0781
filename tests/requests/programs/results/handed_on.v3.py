import weaviate

client = weaviate.Client("http://localhost:8080")

def show(objects):
    for one in objects:
        print(one["title"], one["_additional"]["id"])


result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()
show(result["data"]["Get"]["Article"])
