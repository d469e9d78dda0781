import weaviate
from weaviate.classes.backup import BackupStorage

client = weaviate.connect_to_local()
client.backup.create(backup_id="three", backend=BackupStorage.GCS, wait_for_completion=True)
restored = client.backup.restore(backup_id="three", backend=BackupStorage.GCS, exclude_collections=["Author"])
print(restored.status.value, client.backup.get_restore_status(backup_id="three", backend=BackupStorage.GCS).status.value)
