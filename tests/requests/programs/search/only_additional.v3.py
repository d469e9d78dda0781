import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article").with_additional(["id", "vector"]).with_limit(2).do()
for one in result["data"]["Get"]["Article"]:
    print(one["_additional"]["id"], one["_additional"]["vector"])
