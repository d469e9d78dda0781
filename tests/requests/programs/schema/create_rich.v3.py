import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Film",
        "vectorizer": "text2vec-cohere",
        "moduleConfig": {
            "text2vec-cohere": {"model": "embed-multilingual-v3.0", "vectorizeClassName": False},
            "generative-openai": {"model": "gpt-4"},
            "reranker-cohere": {},
        },
        "vectorIndexConfig": {"distance": "dot", "efConstruction": 256, "maxConnections": 64},
        "invertedIndexConfig": {"indexTimestamps": True, "bm25": {"b": 0.7, "k1": 1.1}},
        "replicationConfig": {"factor": 3},
        "shardingConfig": {"desiredCount": 2},
        "properties": [
            {
                "name": "title",
                "dataType": ["text"],
                "description": "The title",
                "moduleConfig": {"text2vec-cohere": {"skip": True, "vectorizePropertyName": True}},
                "indexSearchable": False,
            },
            {"name": "year", "dataType": ["int"], "indexInverted": False},
            {
                "name": "studio",
                "dataType": ["object"],
                "nestedProperties": [{"name": "city", "dataType": ["text"]}],
            },
            {"name": "cast", "dataType": ["Author", "Publication"]},
        ],
    }
)
