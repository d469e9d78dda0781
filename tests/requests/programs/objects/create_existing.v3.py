# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import ObjectAlreadyExistsException

client = weaviate.Client("http://localhost:8080")

for _ in range(2):
    try:
        client.data_object.create({"name": "Ada"}, "Author", "12345678-1234-4234-8234-123456789abc")
    except ObjectAlreadyExistsException:
        print("there")
