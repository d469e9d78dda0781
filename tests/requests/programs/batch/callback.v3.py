import weaviate

client = weaviate.Client("http://localhost:8080")


def report(results):
    """Print what failed."""
    if results is not None:
        for result in results:
            if "result" in result and "errors" in result["result"]:
                print("failed:", result["result"]["errors"]["error"][0]["message"])


with client.batch(batch_size=10, callback=report) as batch:
    batch.add_data_object({"title": "Bad"}, "Note")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
print("done")
