import weaviate

client = weaviate.Client("http://localhost:8080")


def load(titles, dynamic, size=2):
    with client.batch(batch_size=size, dynamic=dynamic) as batch:
        for title in titles:
            batch.add_data_object({"title": title}, "Article")


load(["One", "Two", "Three"], False)
load(["Four"], True)
