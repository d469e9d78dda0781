import weaviate

client = weaviate.Client("http://localhost:8080")

for number in range(3):
    client.batch.add_data_object({"title": f"Article {number}"}, "Article")
client.batch.create_objects()
print("done")
