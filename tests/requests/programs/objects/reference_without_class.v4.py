import weaviate

client = weaviate.connect_to_local()

client.collections.use("Article").data.reference_add(
    from_uuid="a0000000-0000-4000-8000-000000000001",
    from_property="hasAuthor",
    to="b0000000-0000-4000-8000-000000000001",
)
client.collections.use("Article").data.reference_replace(
    from_uuid="a0000000-0000-4000-8000-000000000001",
    from_property="hasAuthor",
    to=["b0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"],
)
client.collections.use("Article").data.reference_delete(
    from_uuid="a0000000-0000-4000-8000-000000000001",
    from_property="hasAuthor",
    to="b0000000-0000-4000-8000-000000000001",
)
