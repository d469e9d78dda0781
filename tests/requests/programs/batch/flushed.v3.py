import weaviate

client = weaviate.Client("http://localhost:8080")

with client.batch as batch:
    for number in range(4):
        batch.add_data_object({"title": f"Article {number}"}, "Article")
        if number == 1:
            batch.flush()
    batch.create_objects()
