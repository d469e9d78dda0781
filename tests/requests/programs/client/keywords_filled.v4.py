# fix: --unsafe-fixes
import os
from typing import Any

import weaviate
from weaviate.classes.init import AdditionalConfig, Auth, Timeout
from weaviate.connect import ConnectionParams

KEY = os.getenv("SOME_KEY")


def connect(url, limit=None, **headers):
    config: dict[str, Any] = {"connection_params": ConnectionParams.from_url(url, grpc_port=50051)}
    if KEY:
        config["auth_client_secret"] = Auth.api_key(KEY)
    if headers:
        config["additional_headers"] = headers
    if limit is not None:
        config["additional_config"] = AdditionalConfig(timeout=Timeout(init=60, query=60, insert=60))
    client = weaviate.WeaviateClient(**config)
    client.connect()
    return client


print(connect("http://localhost:8080").collections.exists("Article"))
print(connect("http://localhost:8080", 3, **{"X-OpenAI-Api-Key": "secret"}).collections.exists("Author"))
