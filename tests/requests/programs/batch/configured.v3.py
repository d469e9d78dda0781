import weaviate
from weaviate.util import generate_uuid5

client = weaviate.Client("http://localhost:8080")

client.batch.configure(batch_size=2)
with client.batch as batch:
    for number in range(5):
        content = {"title": f"Article {number}", "price": 1.5 * number, "scores": [0.5, number / 3]}
        batch.add_data_object(content, "Article", uuid=generate_uuid5(content), vector=[0.1 * number, 1.0])
