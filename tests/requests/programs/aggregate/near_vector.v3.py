import weaviate

client = weaviate.Client("http://localhost:8080")

vector = [0.5, 0.25, 0.125]
result = client.query.aggregate("Article").with_near_vector({"vector": vector, "certainty": 0.5}).with_meta_count().do()
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
