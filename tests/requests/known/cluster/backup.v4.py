import weaviate
from weaviate.backup import BackupStorage

client = weaviate.connect_to_local()

result = client.backup.create(
    "first", BackupStorage.FILESYSTEM, include_collections=["Article"], wait_for_completion=True
)
print(result.status.value)
print(client.backup.get_create_status("first", BackupStorage.FILESYSTEM).status.value)
