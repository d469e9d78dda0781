import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch.configure(batch_size=3, dynamic=True) as batch:
    for number in range(5):
        batch.add_data_object(data_object={"title": f"Article {number}"}, class_name="Article")
