import weaviate


class Importer:
    def __init__(self):
        self.client = weaviate.connect_to_local()
        self.failed = 0
        self.errors = []

    def run(self, titles):
        with self.client.batch.dynamic() as batch:
            for title in titles:
                batch.add_object(
                    properties={"title": title},
                    collection="Note",
                    tenant=None if title == "Bad" else "tenantA",
                )
        for failed in self.client.batch.failed_objects:
            self.failed += 1
            self.errors.append(failed.message)
            print("failed:", failed.message)
        print(self.failed, self.errors)


Importer().run(["Bad", "Good"])
