from __future__ import annotations

from typing import Optional

from weaviate import Client


def version(client: Client) -> str:
    return client.get_meta()["version"]


def ready(client: Optional[Client] = None, other: "Client | None" = None) -> bool:
    found = client or other
    return isinstance(found, Client) and found.is_ready()


client: Client = Client("http://localhost:8080")
print(version(client), ready(client), ready(other=client), ready())
