import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "text2vec-openai",
        "moduleConfig": {
            "text2vec-openai": {"resourceName": "here", "deploymentId": "ada"},
            "generative-openai": {"resourceName": "here", "deploymentId": "gpt", "maxTokens": 100},
        },
    }
)
