# fix: --unsafe-fixes
import weaviate


def save(client: weaviate.Client, name: str) -> dict:
    return client.backup.create(name, "filesystem", wait_for_completion=True)


print(save(weaviate.Client("http://localhost:8080"), "six")["status"])
