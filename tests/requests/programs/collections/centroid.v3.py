import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Reader",
        "vectorizer": "ref2vec-centroid",
        "moduleConfig": {"ref2vec-centroid": {"referenceProperties": ["likes"]}},
        "properties": [{"name": "likes", "dataType": ["Article"]}],
    }
)
