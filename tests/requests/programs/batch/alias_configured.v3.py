import weaviate


class Importer:
    def __init__(self, size):
        self.client = weaviate.Client("http://localhost:8080")
        self.size = size

    def run(self, titles):
        batch = self.client.batch
        batch.configure(batch_size=self.size, dynamic=False)
        with batch:
            for title in titles:
                batch.add_data_object({"title": title}, "Article")

    def again(self, titles):
        notes = self.client.batch
        with notes.configure(batch_size=self.size, dynamic=False) as batch:
            for title in titles:
                batch.add_data_object({"name": title}, "Author")


Importer(10).run(["One", "Two"])
Importer(10).again(["Three"])
