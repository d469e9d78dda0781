import weaviate

client = weaviate.Client("http://localhost:8080")
article = "a0000000-0000-4000-8000-000000000001"

client.data_object.reference.add(
    from_uuid=article,
    from_property_name="hasAuthors",
    to_uuid="b0000000-0000-4000-8000-000000000003",
    from_class_name="Article",
    to_class_name="Author",
)
client.data_object.reference.update(
    from_uuid=article,
    from_property_name="mentions",
    to_uuids=["c0000000-0000-4000-8000-000000000002"],
    from_class_name="Article",
    to_class_names=["Publication"],
)
client.data_object.reference.delete(
    from_uuid=article,
    from_property_name="hasAuthors",
    to_uuid="b0000000-0000-4000-8000-000000000001",
    from_class_name="Article",
    to_class_name="Author",
)
