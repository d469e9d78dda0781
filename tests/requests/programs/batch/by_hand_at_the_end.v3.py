import weaviate

client = weaviate.Client("http://localhost:8080")


def fill(titles):
    for title in titles:
        client.batch.add_data_object({"title": title}, "Article")

    client.batch.create_objects()

fill(["a", "b"])
