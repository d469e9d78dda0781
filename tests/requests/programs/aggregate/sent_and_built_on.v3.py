import weaviate

client = weaviate.Client("http://localhost:8080")
q = client.query.aggregate("Article").with_meta_count()
a = q.do()
b = q.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": 200}).do()
print(a["data"]["Aggregate"]["Article"][0]["meta"]["count"], b["data"]["Aggregate"]["Article"][0]["meta"]["count"])
