import weaviate

client = weaviate.connect_to_local()


def add(batch, title):
    batch.add_object(properties={"title": title}, collection="Article")


with client.batch.dynamic() as batch:
    for title in ("One", "Two"):
        add(batch, title)
