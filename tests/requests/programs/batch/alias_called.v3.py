import weaviate

client = weaviate.Client("http://localhost:8080")
my_batch = client.batch


def load(titles):
    with my_batch(batch_size=2, dynamic=False, num_workers=2) as batch:
        for title in titles:
            batch.add_data_object({"title": title}, "Article")


load(["One", "Two", "Three"])
