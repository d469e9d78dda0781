import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_limit(3).with_object_limit(2).with_meta_count().do()
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
