import weaviate


def count(client: weaviate.WeaviateClient, name: str) -> int:
    result = client.collections.use(name).aggregate.over_all(total_count=True)
    return result.total_count


print(count(weaviate.connect_to_local(), "Article"))
