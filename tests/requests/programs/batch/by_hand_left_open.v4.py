# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def load(titles):
    with client.batch.dynamic() as batch:
        for number, title in enumerate(titles, 1):
            batch.add_object(properties={"title": title}, collection="Article")
            if number % 2 == 0:
                batch.flush()
        if len(titles) % 2:
            batch.flush()


load(["a", "b", "c"])
