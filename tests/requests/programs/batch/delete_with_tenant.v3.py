import weaviate

client = weaviate.Client("http://localhost:8080")

where = {
    "operator": "Or",
    "operands": [
        {"path": ["title"], "operator": "Like", "valueText": "F*"},
        {"path": ["text"], "operator": "Equal", "valueText": "of B"},
    ],
}
client.batch.delete_objects("Note", where, tenant="tenantA")
