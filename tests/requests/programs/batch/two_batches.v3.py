import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.configure(batch_size=10, dynamic=False)
with client.batch as batch:
    batch.add_data_object({"title": "One"}, "Article")
client.batch.configure(batch_size=20, dynamic=False, num_workers=2)
with client.batch as batch:
    batch.add_data_object({"title": "Two"}, "Article")
