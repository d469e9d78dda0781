import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {
        "class": "Book",
        "vectorizer": "none",
        "properties": [{"name": "title", "dataType": ["text"], "moduleConfig": {"text2vec-cohere": {"skip": True}}}],
    },
)
