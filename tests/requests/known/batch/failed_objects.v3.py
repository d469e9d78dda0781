import weaviate

client = weaviate.Client("http://localhost:8080")


def report(results):
    for result in results or []:
        if "errors" in result["result"]:
            print(result["properties"]["title"], result["result"]["errors"]["error"][0]["message"])


client.batch.configure(batch_size=10, callback=report)
with client.batch as batch:
    batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
    batch.add_data_object({"title": "Bad"}, "Note")
