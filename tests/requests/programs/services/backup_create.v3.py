import weaviate

client = weaviate.Client("http://localhost:8080")
result = client.backup.create(
    backup_id="One",
    backend="filesystem",  # for now
    include_classes=["Article"],
    wait_for_completion=True,
)
print(result["id"], result["status"], result["path"], result["classes"], result["backend"])
