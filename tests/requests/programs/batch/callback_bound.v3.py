import weaviate


class Loader:
    def __init__(self, client, kind="Note"):
        self.client = client
        self.failed = {}
        self.kind = kind

    def _keep(self, results, kind, limit=100):
        if results is None:
            return
        for result in results:
            if "errors" in result["result"]:
                print(kind, limit, result["result"]["errors"]["error"][0]["message"])

    def load(self, titles):
        with self.client.batch(batch_size=5, callback=lambda results: self._keep(results, self.kind)) as batch:
            for title in titles:
                batch.add_data_object({"title": title}, self.kind, tenant="tenantA" if title else None)


Loader(weaviate.Client("http://localhost:8080")).load(["One", ""])
