import weaviate


def count(client: weaviate.WeaviateClient, name, tenant=None):
    collection = client.collections.use(name)
    if tenant is not None:
        collection = collection.with_tenant(tenant)  # only its own
    response = collection.aggregate.over_all(total_count=True)
    return response.total_count


client = weaviate.connect_to_local()
print(count(client, "Article"), count(client, "Note", "tenantA"))
