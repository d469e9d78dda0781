import weaviate

client = weaviate.connect_to_local()

client.collections.use("Article").data.insert(
    properties={
        "title": "Hello",  # the title
        # how many words it has
        "wordCount": 3,
    },
    # where it goes
    # its own id
    uuid="12345678-1234-4234-8234-123456789abc",
)
