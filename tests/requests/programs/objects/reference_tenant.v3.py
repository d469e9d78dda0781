import weaviate

client = weaviate.Client("http://localhost:8080")

note = client.data_object.create({"title": "Hello"}, "Note", tenant="tenantA")
client.data_object.reference.add(
    from_uuid=note,
    from_property_name="about",
    to_uuid="b0000000-0000-4000-8000-000000000001",
    from_class_name="Note",
    to_class_name="Author",
    consistency_level=weaviate.ConsistencyLevel.ALL,
    tenant="tenantA",
)
