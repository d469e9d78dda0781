import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch(batch_size=3, dynamic=False, num_workers=2) as batch:
    for number in range(5):
        batch.add_data_object({"title": f"Article {number}"}, "Article")
