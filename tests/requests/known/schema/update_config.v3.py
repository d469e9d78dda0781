import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.update_config(
    "Article",
    {
        "vectorIndexConfig": {"ef": 200, "flatSearchCutoff": 100},
        "invertedIndexConfig": {"bm25": {"b": 0.5, "k1": 1.5}, "stopwords": {"additions": ["foo"]}},
        "description": "New words",
    },
)
