
import weaviate

client = weaviate.connect_to_local()
failures = []


with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "Bad"}, collection="Note")
    batch.add_object(properties={"title": "Good"}, collection="Note", tenant="tenantA")
for failed in client.batch.failed_objects:
    print(f"failed: {failed.message}")

with client.batch.dynamic() as batch:
    batch.add_object(
        properties={"title": "Bad"},
        collection="Note",
        uuid="f0000000-0000-4000-8000-000000000001",
    )
    batch.add_object(properties={"title": "Good"}, collection="Note", tenant="tenantB")
for failed in client.batch.failed_objects:
    failures.append(str(failed.object_.uuid))
print(failures)
