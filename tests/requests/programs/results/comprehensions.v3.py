import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

titles = [one["title"] for one in result["data"]["Get"]["Article"] if one["wordCount"] > 100]
ids = {one["_additional"]["id"]: one["wordCount"] for one in result["data"]["Get"]["Article"]}
print(titles, ids, any(one["wordCount"] == 200 for one in result["data"]["Get"]["Article"]))
