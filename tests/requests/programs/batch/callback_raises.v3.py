# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def check(results):
    for result in results:
        if "errors" in result["result"]:
            raise ValueError(result["result"]["errors"]["error"][0]["message"])


try:
    with client.batch(batch_size=10, callback=check) as batch:
        batch.add_data_object({"title": "Bad"}, "Note")
        batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
except ValueError as error:
    print("failed:", error)
