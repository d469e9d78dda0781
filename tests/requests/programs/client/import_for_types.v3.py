from __future__ import annotations

from typing import TYPE_CHECKING

import weaviate

if TYPE_CHECKING:
    from weaviate import Client


def ready(client: Client) -> bool:
    return client.is_ready()


print(ready(weaviate.Client("http://localhost:8080")))
