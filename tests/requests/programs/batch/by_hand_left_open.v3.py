# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def load(titles):
    for number, title in enumerate(titles, 1):
        client.batch.add_data_object({"title": title}, "Article")
        if number % 2 == 0:
            client.batch.create_objects()
    if len(titles) % 2:
        client.batch.create_objects()


load(["a", "b", "c"])
