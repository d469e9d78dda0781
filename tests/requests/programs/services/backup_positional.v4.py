import weaviate
from weaviate.classes.backup import BackupStorage

client = weaviate.connect_to_local()
client.backup.create(
    backup_id="two",
    backend=BackupStorage.S3,
    exclude_collections="Article",
    wait_for_completion=True,
)
print(client.backup.get_create_status(
    backup_id="two", backend=BackupStorage.S3
).status.value == "SUCCESS")
