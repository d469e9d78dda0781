# fix: --unsafe-fixes
import weaviate


def report(results, name):
    failed = {}
    for result in results:
        if result["result"].get("errors"):
            failed[result["properties"]["title"]] = result["result"]["errors"]["error"][0]["message"]
    print(name, failed)


client = weaviate.connect_to_local()
with client.batch.dynamic() as batch:
    for title in ["One", "Two", "Three", "Four"]:
        batch.add_object(properties={"title": title}, collection="Note", tenant="tenantA" if title != "One" else None)
    batch.flush()
report(
    [
        {
            "class": failure.object_.collection,
            "id": str(failure.object_.uuid),
            "properties": failure.object_.properties,
            "result": {"errors": {"error": [{"message": failure.message}]}, "status": "FAILED"},
        }
        for failure in client.batch.failed_objects
    ],
    "articles",
)
