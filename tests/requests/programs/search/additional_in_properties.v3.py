import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "_additional { id distance }"]).with_near_text({"concepts": ["x"]}).with_limit(2).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["_additional"]["id"], one["_additional"]["distance"])
