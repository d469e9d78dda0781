import weaviate

client = weaviate.Client("http://localhost:8080")

for number in range(2):
    text = """A text
of two lines"""
    client.batch.add_data_object({"title": f"Article {number}", "text": text}, "Article")
client.batch.create_objects()
