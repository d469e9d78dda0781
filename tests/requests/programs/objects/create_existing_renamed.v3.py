# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import ObjectAlreadyExistsException as Exists

client = weaviate.Client("http://localhost:8080")

try:
    client.data_object.create(
        {"title": "Again"}, "Article", "a0000000-0000-4000-8000-000000000001"
    )
except Exists:
    print("exists")
