import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Person",
        "vectorizer": "text2vec-openai",
        "properties": [
            {
                "name": "address",
                "dataType": ["object"],
                "nestedProperties": [
                    {"name": "street", "dataType": ["text"], "tokenization": "field"},
                    {"name": "place", "dataType": ["object"], "nestedProperties": [{"name": "zip", "dataType": ["int"]}]},
                ],
            },
        ],
    }
)
