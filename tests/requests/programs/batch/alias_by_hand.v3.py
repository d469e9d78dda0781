import weaviate

client = weaviate.Client("http://localhost:8080")
client_batch = client.batch
client_batch.batch_size = None
for title in ["One", "Two"]:
    client_batch.add_data_object({"title": title}, "Article")
client_batch.create_objects()
print("done")
