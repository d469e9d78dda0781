import weaviate
from weaviate.classes.backup import BackupStorage


def save(client: weaviate.WeaviateClient, name: str, storage: str) -> str:
    return client.backup.create(backup_id=name, backend=BackupStorage(storage), wait_for_completion=True).status.value


client = weaviate.connect_to_local()
print(save(client, "four", "s3"), client.backup.create(
    backup_id="five", backend=BackupStorage.AZURE, wait_for_completion=True
).path)
