import weaviate

client = weaviate.Client("http://localhost:8080")

near_text = {"concepts": ["pets", "dogs"], "distance": 0.6}
result = client.query.get("Article", ["title"]).with_near_text(near_text).with_limit(2).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
