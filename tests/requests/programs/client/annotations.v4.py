from __future__ import annotations

from typing import Optional

from weaviate import WeaviateClient, connect_to_local


def version(client: WeaviateClient) -> str:
    return client.get_meta()["version"]


def ready(client: Optional[WeaviateClient] = None, other: "WeaviateClient | None" = None) -> bool:
    found = client or other
    return isinstance(found, WeaviateClient) and found.is_ready()


client: WeaviateClient = connect_to_local()
print(version(client), ready(client), ready(other=client), ready())
