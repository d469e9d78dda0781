import weaviate


class Loader:
    def __init__(self, client, kind="Note"):
        self.client = client
        self.failed = {}
        self.kind = kind

    def load(self, titles):
        with self.client.batch.dynamic() as batch:
            for title in titles:
                batch.add_object(properties={"title": title}, collection=self.kind, tenant="tenantA" if title else None)
        for failed in self.client.batch.failed_objects:
            print(self.kind, 100, failed.message)


Loader(weaviate.connect_to_local()).load(["One", ""])
