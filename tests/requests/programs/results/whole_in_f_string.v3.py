import weaviate

client = weaviate.Client("http://localhost:8080")
r = client.query.get("Article", ["title"]).with_limit(2).do()
print(f"{r}")
print(f"{r['data']['Get']['Article']} and {r['data']['Get']['Article'][0]}")
