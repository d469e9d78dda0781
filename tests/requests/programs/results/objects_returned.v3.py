import weaviate

client = weaviate.Client("http://localhost:8080")

def search():
    result = client.query.get("Article", ["title"]).with_additional(["id", "distance"]).with_near_text({"concepts": ["x"]}).do()
    return result["data"]["Get"]["Article"]


for one in search():
    print(one["title"], one["_additional"]["distance"], sorted(one["_additional"]))
