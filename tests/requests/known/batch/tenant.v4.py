import weaviate

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "One"}, collection="Note", tenant="tenantA")
    batch.add_object(properties={"title": "Two"}, collection="Note", tenant="tenantB")
