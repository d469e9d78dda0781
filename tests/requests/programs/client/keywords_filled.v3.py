# fix: --unsafe-fixes
import os
from typing import Any

import weaviate

KEY = os.getenv("SOME_KEY")


def connect(url, limit=None, **headers):
    config: dict[str, Any] = {"url": url}
    if KEY:
        config["auth_client_secret"] = weaviate.AuthApiKey(api_key=KEY)
    if headers:
        config["additional_headers"] = headers
    if limit is not None:
        config["timeout_config"] = (5, 60)
    return weaviate.Client(**config)


print(connect("http://localhost:8080").schema.exists("Article"))
print(connect("http://localhost:8080", 3, **{"X-OpenAI-Api-Key": "secret"}).schema.exists("Author"))
