import weaviate

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    for number in range(2):
        text = """A text
of two lines"""
        batch.add_object(properties={"title": f"Article {number}", "text": text}, collection="Article")
