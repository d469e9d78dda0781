from __future__ import annotations

from typing import TYPE_CHECKING

import weaviate

if TYPE_CHECKING:
    from weaviate import WeaviateClient


def ready(client: WeaviateClient) -> bool:
    return client.is_ready()


print(ready(weaviate.connect_to_local()))
