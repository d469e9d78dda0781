import weaviate

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    for number in range(4):
        batch.add_object(
            properties={"title": f"Article {number}"}, collection="Article"
        )
        if number == 1:
            batch.flush()
