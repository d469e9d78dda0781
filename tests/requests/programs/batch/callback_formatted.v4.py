import weaviate

client = weaviate.connect_to_local()


with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "Bad"}, collection="Note")
    batch.add_object(properties={"title": "Good"}, collection="Note", tenant="tenantA")
for failed in client.batch.failed_objects:
    print(f"{failed.object_.properties['title']}: {failed.message}!")
print("done")
