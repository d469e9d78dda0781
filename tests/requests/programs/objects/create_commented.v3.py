import weaviate

client = weaviate.Client("http://localhost:8080")

client.data_object.create(
    data_object={
        "title": "Hello",  # the title
        # how many words it has
        "wordCount": 3,
    },
    class_name="Article",  # where it goes
    # its own id
    uuid="12345678-1234-4234-8234-123456789abc",
)
