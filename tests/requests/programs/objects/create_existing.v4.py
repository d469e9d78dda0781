# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import UnexpectedStatusCodeError

client = weaviate.connect_to_local()

for _ in range(2):
    try:
        client.collections.use("Author").data.insert(
            properties={"name": "Ada"}, uuid="12345678-1234-4234-8234-123456789abc"
        )
    except UnexpectedStatusCodeError:
        print("there")
