import weaviate


def titles(client: weaviate.Client, name, tenant=None, number=0):
    query = client.query.get(name, ["title"])
    if tenant:
        query.with_tenant(tenant)
    if number:
        query = query.with_limit(number)
    return [one["title"] for one in query.do()["data"]["Get"][name]]


client = weaviate.Client("http://localhost:8080")
print(titles(client, "Article", number=2), titles(client, "Note", "tenantA"))
