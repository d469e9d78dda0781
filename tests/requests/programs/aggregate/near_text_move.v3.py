import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_near_text({"concepts": ["animals"], "certainty": 0.5, "moveTo": {"concepts": ["pets"], "force": 0.5}})
    .with_meta_count()
    .do()
)
print(result["data"]["Aggregate"]["Article"][0]["meta"]["count"])
