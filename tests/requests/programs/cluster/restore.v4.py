import weaviate
from weaviate.backup import BackupStorage

client = weaviate.connect_to_local()

client.backup.create("second", BackupStorage.S3, exclude_collections=["Photo"])
client.backup.restore("second", BackupStorage.S3, include_collections="Article", wait_for_completion=True)
print(client.backup.get_restore_status("second", BackupStorage.S3).status.value)
