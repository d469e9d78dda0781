# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import UnexpectedStatusCodeError

client = weaviate.connect_to_local()

try:
    client.collections.use("Article").data.insert(
        properties={"title": "Again"}, uuid="a0000000-0000-4000-8000-000000000001"
    )
except UnexpectedStatusCodeError:
    print("exists")
