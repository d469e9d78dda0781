import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_hybrid("fish", alpha=0.5).with_autocut(2).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
