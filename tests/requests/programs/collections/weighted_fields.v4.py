import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {
        "class": "Shot",
        "vectorizer": "multi2vec-clip",
        "moduleConfig": {
            "multi2vec-clip": {"imageFields": ["image"], "textFields": ["caption"], "weights": {"imageFields": [0.9], "textFields": [0.1]}}
        },
        "properties": [{"name": "image", "dataType": ["blob"]}, {"name": "caption", "dataType": ["text"]}],
    },
)
