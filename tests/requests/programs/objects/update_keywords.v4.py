import weaviate

client = weaviate.connect_to_local()

client.collections.use("Article").data.update(
    properties={"wordCount": 5, "tags": ["x", "y"]},
    uuid="a0000000-0000-4000-8000-000000000001",
    vector=[0.5, 0.25, 0.125],
)
