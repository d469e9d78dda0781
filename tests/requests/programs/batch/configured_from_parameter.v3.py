import weaviate


class Importer:
    def __init__(self, size):
        self.client = weaviate.Client("http://localhost:8080")
        self.size = size
        self.client.batch.configure(batch_size=size, dynamic=False)

    def run(self, titles):
        with self.client.batch as batch:
            for title in titles:
                batch.add_data_object({"title": title}, "Article")


Importer(2).run(["One", "Two", "Three"])
