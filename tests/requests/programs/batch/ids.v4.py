import weaviate

client = weaviate.connect_to_local()

made = []
with client.batch.dynamic() as batch:
    made.append(str(batch.add_object(properties={"title": "One"}, collection="Article")))
    made.append(batch.add_object(
        properties={"title": "Two"}, collection="Article", uuid="12345678-1234-4234-8234-123456789abc"
    ))
print(len(made[0]), made[1])
