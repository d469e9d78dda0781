import weaviate

client = weaviate.Client("http://localhost:8080")


class Importer:
    def __init__(self, client: weaviate.Client, size: int):
        self.client = client
        self.size = size
        self.client.batch.configure(batch_size=self.size, dynamic=False)

    def run(self, titles: list[str]) -> None:
        with self.client.batch as batch:
            for title in titles:
                batch.add_data_object({"title": title}, "Article")


Importer(client, 2).run(["a", "b", "c"])
