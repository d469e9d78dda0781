import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:  # no objects are added
    batch.consistency_level = "ALL"
    # all that are short
    batch.delete_objects(
        class_name="Article",
        where={"path": ["wordCount"], "operator": "LessThan", "valueInt": 500},
    )
print("done")
