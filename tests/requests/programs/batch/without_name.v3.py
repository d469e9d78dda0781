import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch:
    for number in range(3):
        client.batch.add_data_object({"title": f"Article {number}"}, "Article")
