import weaviate


class Importer:
    def __init__(self, size):
        self.client = weaviate.connect_to_local()
        self.size = size

    def run(self, titles):
        batch = self.client.batch
        with batch.fixed_size(batch_size=self.size, concurrent_requests=1) as batch_2:
            for title in titles:
                batch_2.add_object(properties={"title": title}, collection="Article")

    def again(self, titles):
        notes = self.client.batch
        with notes.fixed_size(batch_size=self.size, concurrent_requests=1) as batch:
            for title in titles:
                batch.add_object(properties={"name": title}, collection="Author")


Importer(10).run(["One", "Two"])
Importer(10).again(["Three"])
