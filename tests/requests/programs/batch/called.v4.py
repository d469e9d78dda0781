import weaviate

client = weaviate.connect_to_local()

with client.batch.fixed_size(batch_size=3, concurrent_requests=2) as batch:
    for number in range(5):
        batch.add_object(
            properties={"title": f"Article {number}"}, collection="Article"
        )
