import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

found = []
found.extend(result["data"]["Get"]["Article"])
print(len(found), found[0]["_additional"])
