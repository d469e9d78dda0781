# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
counts = {"Note": 0}
failed = []


def collect(results):
    for result in results or []:
        errors = result["result"].get("errors")
        if errors:
            message = errors["error"][0]["message"]
            counts[result["class"]] += 1
            if "tenant" in message:
                failed.append(message.lower())
            else:
                print("other error", message)


with client.batch(batch_size=10, callback=lambda results: collect(results)) as batch:
    batch.add_data_object({"title": "Bad"}, "Note")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
print(counts, failed)
