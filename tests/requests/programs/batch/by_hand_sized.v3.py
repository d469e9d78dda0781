import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.configure(batch_size=2, dynamic=False)
for number in range(3):
    client.batch.add_data_object({"title": f"Article {number}"}, "Article")
client.batch.flush()
