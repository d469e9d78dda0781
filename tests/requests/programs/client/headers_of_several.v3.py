import os

import weaviate

common = {"X-Cohere-Api-Key": os.getenv("NO_COHERE_KEY")}
headers = {**common, "X-OpenAI-Api-Key": "secret"}
headers.update({"X-HuggingFace-Api-Key": os.environ.get("NO_HUGGINGFACE_KEY")})
client = weaviate.Client("http://localhost:8080", additional_headers=headers)
print(client.schema.exists("Article"))


def connect(own=False):
    return weaviate.Client(
        "http://localhost:8080",
        additional_headers={"X-OpenAI-Api-Key": os.getenv("NO_OPENAI_KEY")} if own else None,
    )


print(connect().schema.exists("Author"), connect(own=True).schema.exists("Nothing"))
