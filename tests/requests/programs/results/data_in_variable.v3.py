import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

data = result["data"]["Get"]
articles = data["Article"]
print(articles[0]["title"], len(data["Article"]))
