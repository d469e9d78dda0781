import weaviate

client = weaviate.connect_to_local()

with client.batch.fixed_size(batch_size=2, concurrent_requests=1) as batch:
    for number in range(3):
        batch.add_object(
            properties={"title": f"Article {number}"}, collection="Article"
        )
