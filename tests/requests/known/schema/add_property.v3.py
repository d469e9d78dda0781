import weaviate

client = weaviate.Client("http://localhost:8080")
client.schema.property.create("Article", {"name": "subtitle", "dataType": ["text"]})
