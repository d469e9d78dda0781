import weaviate


class Importer:
    def __init__(self, size):
        self.client = weaviate.connect_to_local()
        self.size = size

    def run(self, titles):
        with self.client.batch.fixed_size(
            batch_size=self.size, concurrent_requests=1
        ) as batch:
            for title in titles:
                batch.add_object(properties={"title": title}, collection="Article")


Importer(2).run(["One", "Two", "Three"])
