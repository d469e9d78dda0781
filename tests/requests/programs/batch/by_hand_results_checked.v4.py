# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def check(results):
    """Tell what failed."""
    if results is not None:
        for result in results:
            if "result" in result and "errors" in result["result"] and "error" in result["result"]["errors"]:
                for message in result["result"]["errors"]["error"]:
                    print(message["message"])


count = 0
with client.batch.dynamic() as batch:
    for title in ["One", "Two", "Three", "Four"]:
        batch.add_object(properties={"title": title}, collection="Note", tenant="tenantA" if title != "One" else None)
        count += 1
        if count == 2:
            batch.flush()
            count = 0
    if count > 0:
        batch.flush()
for failed in client.batch.failed_objects:
    print(failed.message)
check(None)
print("done")
