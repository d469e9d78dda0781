import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.batch_size = 3
client.batch.dynamic = False
with client.batch as batch:
    for number in range(5):
        batch.add_data_object({"title": f"Article {number}"}, "Article")
