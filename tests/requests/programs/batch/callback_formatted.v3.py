import weaviate

client = weaviate.Client("http://localhost:8080")


def check_batch_result(results):
    """Print what failed."""
    if results is not None:
        for result in results:
            if "result" in result and "errors" in result["result"]:
                if "error" in result["result"]["errors"]:
                    print(f"{result['properties']['title']}: {result['result']['errors']['error'][0]['message']}!")


client.batch.configure(batch_size=10, callback=check_batch_result)
with client.batch as batch:
    batch.add_data_object({"title": "Bad"}, "Note")
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
print("done")
