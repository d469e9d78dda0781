import weaviate.client


def version(client: "weaviate.client.WeaviateClient") -> str:
    return client.get_meta()["version"]


print(version(weaviate.connect_to_local()))
