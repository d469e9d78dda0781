import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.consistency_level = weaviate.ConsistencyLevel.ALL
with client.batch as batch:
    batch.add_data_object({"title": "One"}, "Article")
