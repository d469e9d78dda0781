import weaviate

client = weaviate.Client("http://localhost:8080")
failures = 0
ids = []


def count(results):
    global failures
    if results is not None and len(results) > 0:
        for result in results:
            if result["result"].get("errors") is not None:
                failures += 1
                ids.append(result["id"])


client.batch.configure(batch_size=10, callback=count)
with client.batch as batch:
    batch.add_data_object({"title": "Bad"}, "Note", "6f3e5a52-3f3b-4d5a-8a3e-1d2c3b4a5f60")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
print(failures, ids)
