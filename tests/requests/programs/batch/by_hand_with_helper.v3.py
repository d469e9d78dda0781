import weaviate

client = weaviate.Client("http://localhost:8080")


def add(batch, title):
    batch.add_data_object({"title": title}, "Article")


for title in ("One", "Two"):
    add(client.batch, title)
client.batch.create_objects()
