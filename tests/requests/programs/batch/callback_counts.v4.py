import weaviate

client = weaviate.connect_to_local()
failures = 0
ids = []


with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "Bad"}, collection="Note", uuid="6f3e5a52-3f3b-4d5a-8a3e-1d2c3b4a5f60")
    batch.add_object(properties={"title": "Good"}, collection="Note", tenant="tenantA")
for failed in client.batch.failed_objects:
    failures += 1
    ids.append(str(failed.object_.uuid))
print(failures, ids)
