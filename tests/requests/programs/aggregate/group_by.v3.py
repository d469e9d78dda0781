import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Article")
    .with_group_by_filter(["category"])
    .with_fields("groupedBy { path }")
    .with_meta_count()
    .do()
)
for group in result["data"]["Aggregate"]["Article"]:
    print(group["meta"]["count"])
