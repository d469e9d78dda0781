import weaviate
from weaviate.util import generate_local_beacon

client = weaviate.Client("http://localhost:8080")

client.data_object.create(
    {
        "title": "Hello",
        "mentions": [
            generate_local_beacon("b0000000-0000-4000-8000-000000000001", class_name="Author"),
            generate_local_beacon("b0000000-0000-4000-8000-000000000002", class_name="Author"),
        ],
    },
    "Article",
)
