# fix: --unsafe-fixes
from contextlib import suppress

import weaviate

client = weaviate.connect_to_local()

with suppress(weaviate.exceptions.WeaviateBaseError):
    client.collections.use("Article").data.delete_by_id(
        "a0000000-0000-4000-8000-000000000001"
    )
    print("deleted")
