import weaviate.client


def version(client: "weaviate.client.Client") -> str:
    return client.get_meta()["version"]


print(version(weaviate.client.Client("http://localhost:8080")))
