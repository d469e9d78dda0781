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
        with self.client.batch.dynamic() as batch:
            for title in titles:
                batch.add_object(properties={"title": title}, collection="Note", tenant="tenantB" if title else None)
        self.report.take([
            {
                "class": failed.object_.collection,
                "id": str(failed.object_.uuid),
                "properties": failed.object_.properties,
                "result": {"errors": {"error": [{"message": failed.message}]}, "status": "FAILED"},
            }
            for failed in self.client.batch.failed_objects
        ])
        return self.report.messages


print(Loader(weaviate.connect_to_local(), Report()).load(["One", "", "Two"]))
