import weaviate

client = weaviate.connect_to_local()
my_batch = client.batch


def load(titles):
    with my_batch.fixed_size(batch_size=2, concurrent_requests=2) as batch:
        for title in titles:
            batch.add_object(properties={"title": title}, collection="Article")


load(["One", "Two", "Three"])
