import weaviate

client = weaviate.Client("http://localhost:8080")

count = client.query.aggregate(class_name="Article").with_meta_count().do()["data"]["Aggregate"]["Article"][0]["meta"]["count"]
print(count)
