import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Book",
        "vectorizer": "text2vec-huggingface",
        "moduleConfig": {
            "text2vec-huggingface": {
                "model": "sentence-transformers/all-MiniLM-L6-v2",
                "options": {"waitForModel": True, "useGPU": False},
                "vectorizeClassName": False,
            }
        },
        "properties": [{"name": "title", "dataType": ["text"]}],
    }
)
