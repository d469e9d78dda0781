import weaviate

client = weaviate.Client("http://localhost:8080")

for number in range(2):
    client.batch.add_data_object({"title": f"Article {number}"}, "Article")
client.batch.flush()

for number in range(2):
    client.batch.add_data_object({"name": f"Author {number}"}, "Author")
client.batch.flush()
