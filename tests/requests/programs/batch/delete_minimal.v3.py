import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.delete_objects(
    class_name="Article",
    # all that are short
    where={"path": ["wordCount"], "operator": "LessThan", "valueInt": 500},
    output="minimal",
    dry_run=False,
)
