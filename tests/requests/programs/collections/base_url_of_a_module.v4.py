import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {
        "class": "Book",
        "vectorizer": "text2vec-openai",
        "moduleConfig": {"text2vec-openai": {"model": "ada", "baseURL": "https://proxy.example.com"}},
    },
)
