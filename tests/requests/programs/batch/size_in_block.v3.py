import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:
    batch.batch_size = 20
    for number in range(5):
        client.batch.add_data_object({"title": f"Article {number}"}, "Article")
