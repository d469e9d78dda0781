import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_near_text({"concepts": ["animals"], "distance": 0.5})
    .with_object_limit(3)
    .with_fields("wordCount { sum }")
    .do()
)
print(result["data"]["Aggregate"]["Article"][0]["wordCount"]["sum"])
