# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import UnexpectedStatusCodeError

client = weaviate.connect_to_local()

try:
    client.collections.use("Article").data.insert(
        properties={"title": "New"}, uuid="a0000000-0000-4000-8000-0000000000a7"
    )
except UnexpectedStatusCodeError as error:
    print(error.status_code)
