# fix: --unsafe-fixes
from contextlib import suppress

import weaviate

client = weaviate.Client("http://localhost:8080")

with suppress(weaviate.exceptions.WeaviateBaseError):
    client.data_object.delete("a0000000-0000-4000-8000-000000000001", "Article")
    print("deleted")
