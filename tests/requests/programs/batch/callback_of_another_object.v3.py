# fix: --unsafe-fixes
import weaviate


class Report:
    def __init__(self):
        self.messages = []

    def take(self, results, limit=3):
        for result in results or []:
            status = result["result"].get("status")
            if status == "FAILED" or "errors" in result["result"]:
                self.messages = [*self.messages, (result["class"], result["result"]["errors"]["error"][0]["message"])][:limit]


class Loader:
    def __init__(self, client, report):
        self.client = client
        self.report = report

    def load(self, titles):
        self.client.batch.configure(batch_size=20, callback=self.report.take)
        with self.client.batch as batch:
            for title in titles:
                batch.add_data_object({"title": title}, "Note", tenant="tenantB" if title else None)
        return self.report.messages


print(Loader(weaviate.Client("http://localhost:8080"), Report()).load(["One", "", "Two"]))
