import weaviate

client = weaviate.connect_to_local()

client.collections.use("Article").data.update(
    properties={"summary": None, "title": "New"}, uuid="a0000000-0000-4000-8000-000000000001"
)
