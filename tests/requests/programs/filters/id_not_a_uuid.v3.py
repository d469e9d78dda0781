import weaviate

client = weaviate.Client("http://localhost:8080")

for where in (1, 2):
    result = client.query.get("Article", ["title"]).with_where(
        {"path": ["id"], "operator": "NotEqual", "valueText": "not a uuid"}
    ).do()
    print(len(result["data"]["Get"]["Article"]))

client.batch.delete_objects(
    class_name="Photo",
    where={"path": ["id"], "operator": "NotEqual", "valueString": ""},
)
print(client.query.aggregate("Photo").with_meta_count().do()["data"]["Aggregate"]["Photo"][0]["meta"]["count"])
