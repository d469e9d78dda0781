import weaviate

client = weaviate.connect_to_local()


def notes(work):
    collection = client.collections.use("Note")
    if work:
        collection = collection.with_tenant("tenantA")
    else:
        collection = collection.with_tenant("tenantB")
    return [
        obj.properties
        for obj in collection.query.fetch_objects(return_properties=["title"]).objects
    ]


print([note["title"] for note in notes(True)], [note["title"] for note in notes(False)])
