import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.update(
    data_object={"wordCount": 5, "tags": ["x", "y"]},
    class_name="Article",
    uuid="a0000000-0000-4000-8000-000000000001",
    vector=[0.5, 0.25, 0.125],
)
