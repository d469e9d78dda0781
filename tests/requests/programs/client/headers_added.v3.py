import os

import weaviate


def connected(organization=None):
    headers = {}
    headers["X-OpenAI-Api-Key"] = os.getenv("NO_SUCH_KEY")
    headers["X-OpenAI-Organization"] = organization
    return weaviate.Client("http://localhost:8080", additional_headers=headers)


print(connected().is_ready())
