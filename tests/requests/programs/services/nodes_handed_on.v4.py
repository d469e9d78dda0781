# fix: --unsafe-fixes
import weaviate


def nodes(client: weaviate.WeaviateClient) -> list:
    return [
        {
            "gitHash": node.git_hash,
            "name": node.name,
            "status": node.status,
            "version": node.version,
            "shards": node.shards,
        }
        for node in client.cluster.nodes()
    ]


print([node["name"] for node in nodes(weaviate.connect_to_local())])
