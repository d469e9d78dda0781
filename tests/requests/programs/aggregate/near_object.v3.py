import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_meta_count()
    .with_object_limit(2)
    .with_near_object({"id": "a0000000-0000-4000-8000-000000000001"})
    .do()
)
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
