import weaviate

client = weaviate.Client("http://localhost:8080")

query = client.query.aggregate("Article")
query = query.with_meta_count()
query.with_where({"path": ["category"], "operator": "Equal", "valueText": "science"})
result = query.do()
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
