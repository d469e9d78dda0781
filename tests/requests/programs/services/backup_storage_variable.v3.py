import weaviate

STORAGE = "azure"


def save(client: weaviate.Client, name: str, storage: str) -> str:
    return client.backup.create(name, storage, wait_for_completion=True)["status"]


client = weaviate.Client("http://localhost:8080")
print(save(client, "four", "s3"), client.backup.create("five", STORAGE, wait_for_completion=True)["path"])
