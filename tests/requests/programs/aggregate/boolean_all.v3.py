import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_fields("published { count totalTrue totalFalse percentageTrue percentageFalse }")
    .do()
)
published = result["data"]["Aggregate"]["Article"][0]["published"]
print(published["totalTrue"], published["totalFalse"], published["percentageTrue"], published["percentageFalse"])
