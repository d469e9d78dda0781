# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
client.batch.configure(callback=None)


def check(results):
    """Tell what failed."""
    if results is not None:
        for result in results:
            if "result" in result and "errors" in result["result"] and "error" in result["result"]["errors"]:
                for message in result["result"]["errors"]["error"]:
                    print(message["message"])


count = 0
for title in ["One", "Two", "Three", "Four"]:
    client.batch.add_data_object({"title": title}, "Note", tenant="tenantA" if title != "One" else None)
    count += 1
    if count == 2:
        result = client.batch.create_objects()
        check(result)
        count = 0
if count > 0:
    result = client.batch.create_objects()
    check(result)
check(None)
print("done")
