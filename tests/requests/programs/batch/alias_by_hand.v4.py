import weaviate

client = weaviate.connect_to_local()
client_batch = client.batch
with client_batch.dynamic() as batch:
    for title in ["One", "Two"]:
        batch.add_object(properties={"title": title}, collection="Article")
print("done")
