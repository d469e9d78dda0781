import weaviate

client = weaviate.Client("http://localhost:8080")

category = "science"
query = client.query.aggregate("Article").with_meta_count()
if category:
    query = query.with_where({"path": ["category"], "operator": "Equal", "valueText": category})
print(query.do()["data"]["Aggregate"]["Article"][0]["meta"]["count"])
