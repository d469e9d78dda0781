import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "text2vec-contextionary",
        "moduleConfig": {
            "generative-cohere": {"model": "command", "temperature": 0.5},
            "reranker-transformers": {},
            "text2vec-contextionary": {"vectorizeClassName": False},
        },
    }
)
