import weaviate

client = weaviate.connect_to_local()


class Importer:
    def __init__(self, client: weaviate.WeaviateClient, size: int):
        self.client = client
        self.size = size

    def run(self, titles: list[str]) -> None:
        with self.client.batch.fixed_size(
            batch_size=self.size, concurrent_requests=1
        ) as batch:
            for title in titles:
                batch.add_object(properties={"title": title}, collection="Article")


Importer(client, 2).run(["a", "b", "c"])
