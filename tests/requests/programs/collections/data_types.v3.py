import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {
        "class": "Everything",
        "vectorizer": "none",
        "properties": [
            {"name": "a", "dataType": ["int[]"]},
            {"name": "b", "dataType": ["boolean"]},
            {"name": "c", "dataType": ["boolean[]"]},
            {"name": "d", "dataType": ["number"]},
            {"name": "e", "dataType": ["number[]"]},
            {"name": "f", "dataType": ["date"]},
            {"name": "g", "dataType": ["date[]"]},
            {"name": "h", "dataType": ["uuid"]},
            {"name": "i", "dataType": ["uuid[]"]},
            {"name": "j", "dataType": ["geoCoordinates"]},
            {"name": "k", "dataType": ["phoneNumber"]},
            {"name": "l", "dataType": ["blob"]},
        ],
    }
)
