import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Shot",
        "vectorizer": "multi2vec-clip",
        "moduleConfig": {"multi2vec-clip": {"imageFields": ["image"], "textFields": ["caption"]}},
        "properties": [{"name": "image", "dataType": ["blob"]}, {"name": "caption", "dataType": ["text"]}],
    }
)
client.schema.create_class(
    {
        "class": "Sketch",
        "vectorizer": "img2vec-neural",
        "moduleConfig": {"img2vec-neural": {"imageFields": ["image"]}},
        "properties": [{"name": "image", "dataType": ["blob"]}],
    }
)
