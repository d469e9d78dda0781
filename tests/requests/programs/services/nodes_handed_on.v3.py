# fix: --unsafe-fixes
import weaviate


def nodes(client: weaviate.Client) -> list:
    return client.cluster.get_nodes_status()


print([node["name"] for node in nodes(weaviate.Client("http://localhost:8080"))])
