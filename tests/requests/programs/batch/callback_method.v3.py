import weaviate


class Importer:
    def __init__(self):
        self.client = weaviate.Client("http://localhost:8080")
        self.failed = 0
        self.errors = []
        self.client.batch.configure(batch_size=10, callback=self._check)

    def _check(self, results):
        """Collect what failed."""
        if not results:
            return
        for result in results:
            if "errors" not in result["result"]:
                continue
            self.failed += 1
            for error in result["result"]["errors"]["error"]:
                self.errors.append(error["message"])
                print("failed:", error["message"])

    def run(self, titles):
        with self.client.batch as batch:
            for title in titles:
                batch.add_data_object({"title": title}, "Note", tenant=None if title == "Bad" else "tenantA")
        print(self.failed, self.errors)


Importer().run(["Bad", "Good"])
