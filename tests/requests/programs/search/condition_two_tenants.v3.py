import weaviate

client = weaviate.Client("http://localhost:8080")


def notes(work):
    query = client.query.get("Note", ["title"])
    if work:
        query = query.with_tenant("tenantA")
    else:
        query = query.with_tenant("tenantB")
    return query.do()["data"]["Get"]["Note"]


print([note["title"] for note in notes(True)], [note["title"] for note in notes(False)])
