import weaviate


def titles(client: weaviate.WeaviateClient, name, tenant=None, number=0):
    collection = client.collections.use(name)
    if tenant:
        collection = collection.with_tenant(tenant)
    limit = None
    if number:
        limit = number
    return [one.properties["title"] for one in collection.query.fetch_objects(
        limit=limit, return_properties=["title"]
    ).objects]


client = weaviate.connect_to_local()
print(titles(client, "Article", number=2), titles(client, "Note", "tenantA"))
