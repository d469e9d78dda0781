import weaviate

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    for number in range(3):
        batch.add_object(
            properties={"title": f"Article {number}"}, collection="Article"
        )
print("done")
