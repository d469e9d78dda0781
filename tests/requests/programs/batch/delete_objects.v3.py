import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.batch.delete_objects(
    class_name="Article",
    where={"path": ["category"], "operator": "ContainsAny", "valueTextArray": ["animals", "cooking"]},
    output="verbose",
    dry_run=True,
)
print(result["results"]["matches"], result["results"]["successful"])
