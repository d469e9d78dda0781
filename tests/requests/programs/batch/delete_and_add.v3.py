import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:
    batch.delete_objects("Article", where={"path": ["title"], "operator": "Equal", "valueText": "x"})
    batch.add_data_object({"title": "x"}, "Article")
