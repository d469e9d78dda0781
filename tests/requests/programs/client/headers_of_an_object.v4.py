# fix: --unsafe-fixes
import os

import weaviate


class Store:
    def __init__(self):
        self.headers = {"X-OpenAI-Api-Key": os.getenv("NO_OPENAI_KEY", "")}

    def connect(self):
        self.headers["X-Cohere-Api-Key"] = "secret"
        self.client = weaviate.connect_to_local(headers=self.headers)
        return self.client.collections.exists("Article")


print(Store().connect())
