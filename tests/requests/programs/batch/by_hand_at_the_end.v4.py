import weaviate

client = weaviate.connect_to_local()


def fill(titles):
    with client.batch.dynamic() as batch:
        for title in titles:
            batch.add_object(properties={"title": title}, collection="Article")


fill(["a", "b"])
