import weaviate

client = weaviate.Client("http://localhost:8080")
result = client.batch.delete_objects(
    "Article",
    {"path": ["title"], "operator": "Equal", "valueText": "One"},
    output="verbose",
    dry_run=True,
)
print(result["results"]["matches"], result["dryRun"], result["output"])
