# fix: --unsafe-fixes
import weaviate


def report(results, name):
    failed = {}
    for result in results:
        if result["result"].get("errors"):
            failed[result["properties"]["title"]] = result["result"]["errors"]["error"][0]["message"]
    print(name, failed)


client = weaviate.Client("http://localhost:8080")
client.batch.configure(callback=None)
for title in ["One", "Two", "Three", "Four"]:
    client.batch.add_data_object({"title": title}, "Note", tenant="tenantA" if title != "One" else None)
report(client.batch.create_objects(), "articles")
