import weaviate
from weaviate.classes.backup import BackupStorage

client = weaviate.connect_to_local()

client.backup.create(backup_id="second", backend=BackupStorage.S3, exclude_collections=["Photo"])
client.backup.restore(
    backup_id="second", backend=BackupStorage.S3, include_collections="Article", wait_for_completion=True
)
print(client.backup.get_restore_status(backup_id="second", backend=BackupStorage.S3).status.value)
