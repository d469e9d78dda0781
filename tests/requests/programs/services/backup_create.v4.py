import weaviate
from weaviate.classes.backup import BackupStorage

client = weaviate.connect_to_local()
result = client.backup.create(
    backup_id="One",
    backend=BackupStorage.FILESYSTEM,  # for now
    include_collections=["Article"],
    wait_for_completion=True,
)
print(result.backup_id, result.status.value, result.path, result.collections, "filesystem")
