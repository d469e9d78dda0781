import weaviate

client = weaviate.Client("http://localhost:8080")

data = (
    client.query.aggregate("Article")
    .with_meta_count()
    .do()
    .get("data", {})
    .get("Aggregate", {})
    .get("Article", [])
)
if not data:
    print("nothing")
else:
    print(data[0]["meta"]["count"])
