import os

import weaviate


def connected(organization=None):
    headers = {}
    headers["X-OpenAI-Api-Key"] = os.getenv("NO_SUCH_KEY", "")
    headers["X-OpenAI-Organization"] = organization or ""
    return weaviate.connect_to_local(headers=headers)


print(connected().is_ready())
