import weaviate

client = weaviate.Client("http://localhost:8080")

subtitle = {
    "name": "subtitle",
    "dataType": ["string"],
    "description": "Below the title",
}
client.schema.property.create("Article", subtitle)
client.schema.property.create("Article", {"name": "editedBy", "dataType": ["Author"]})
client.schema.property.create("Article", {"name": "sources", "dataType": ["Author", "Publication"], "description": "From where"})
