"""The one place that knows how to reach Weaviate."""

import os
from functools import lru_cache

import weaviate

CLASS_NAME = "Article"


@lru_cache(maxsize=1)
def get_client() -> weaviate.Client:
    key = os.environ.get("WEAVIATE_API_KEY")
    return weaviate.Client(
        os.environ.get("WEAVIATE_URL", "http://localhost:8080"),
        auth_client_secret=weaviate.AuthApiKey(key) if key else None,
        timeout_config=(5, 60),
        additional_headers={"X-OpenAI-Api-Key": os.environ.get("OPENAI_API_KEY", "")},
    )
