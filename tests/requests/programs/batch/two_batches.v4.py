import weaviate

client = weaviate.connect_to_local()

with client.batch.fixed_size(batch_size=10, concurrent_requests=1) as batch:
    batch.add_object(properties={"title": "One"}, collection="Article")
with client.batch.fixed_size(batch_size=20, concurrent_requests=2) as batch:
    batch.add_object(properties={"title": "Two"}, collection="Article")
