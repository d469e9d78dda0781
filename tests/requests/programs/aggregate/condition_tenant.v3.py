import weaviate


def count(client: weaviate.Client, name, tenant=None):
    query = client.query.aggregate(name).with_meta_count()
    if tenant is not None:
        query = query.with_tenant(tenant)  # only its own
    response = query.do()
    return response["data"]["Aggregate"][name][0]["meta"]["count"]


client = weaviate.Client("http://localhost:8080")
print(count(client, "Article"), count(client, "Note", "tenantA"))
