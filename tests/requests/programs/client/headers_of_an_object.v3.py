# fix: --unsafe-fixes
import os

import weaviate


class Store:
    def __init__(self):
        self.headers = {"X-OpenAI-Api-Key": os.getenv("NO_OPENAI_KEY")}

    def connect(self):
        self.headers["X-Cohere-Api-Key"] = "secret"
        self.client = weaviate.Client("http://localhost:8080", additional_headers=self.headers)
        return self.client.schema.exists("Article")


print(Store().connect())
