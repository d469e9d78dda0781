import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_hybrid("fish", 0.5, fusion_type="rankedFusion").with_limit(1).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
