import weaviate

client = weaviate.connect_to_local()

# how the batch is sent
# at once
with client.batch.dynamic() as batch:
    batch.add_object(properties={"title": "One"}, collection="Article")
