# fix: --unsafe-fixes
import weaviate
from weaviate.classes.backup import BackupStorage


def save(client: weaviate.WeaviateClient, name: str) -> dict:
    response = client.backup.create(
        backup_id=name, backend=BackupStorage.FILESYSTEM, wait_for_completion=True
    )
    return {
        "id": response.backup_id,
        "path": response.path,
        "status": response.status.value,
        "error": response.error,
        "classes": response.collections,
        "backend": "filesystem",
    }


print(save(weaviate.connect_to_local(), "six")["status"])
