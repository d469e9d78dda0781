# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()
counts = {"Note": 0}
failed = []


with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "Bad"}, collection="Note")
    batch.add_object(properties={"title": "Good"}, collection="Note", tenant="tenantA")
for failure in client.batch.failed_objects:
    counts[failure.object_.collection] += 1
    if "tenant" in failure.message:
        failed.append(failure.message.lower())
    else:
        print("other error", failure.message)
print(counts, failed)
