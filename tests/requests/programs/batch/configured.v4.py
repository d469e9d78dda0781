import weaviate
from weaviate.util import generate_uuid5

client = weaviate.connect_to_local()

with client.batch.dynamic() as batch:
    for number in range(5):
        content = {"title": f"Article {number}", "price": 1.5 * number, "scores": [0.5, number / 3]}
        batch.add_object(
            properties=content, collection="Article", uuid=generate_uuid5(content), vector=[0.1 * number, 1.0]
        )
