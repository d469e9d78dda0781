import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_near_vector({"vector": [0.1, 0.5], "certainty": 0.75})
    .with_meta_count()
    .do()
)
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
