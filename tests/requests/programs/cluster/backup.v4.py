import weaviate
from weaviate.classes.backup import BackupStorage

client = weaviate.connect_to_local()

result = client.backup.create(
    backup_id="first", backend=BackupStorage.FILESYSTEM, include_collections=["Article"], wait_for_completion=True
)
print(result.status.value)
print(client.backup.get_create_status(backup_id="first", backend=BackupStorage.FILESYSTEM).status.value)
