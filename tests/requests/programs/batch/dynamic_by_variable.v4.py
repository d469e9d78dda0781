import weaviate

client = weaviate.connect_to_local()


def load(titles, dynamic, size=2):
    with client.batch.dynamic() if dynamic else client.batch.fixed_size(
        batch_size=size, concurrent_requests=1
    ) as batch:
        for title in titles:
            batch.add_object(properties={"title": title}, collection="Article")


load(["One", "Two", "Three"], False)
load(["Four"], True)
