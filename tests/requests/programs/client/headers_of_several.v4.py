import os

import weaviate

common = {"X-Cohere-Api-Key": os.getenv("NO_COHERE_KEY", "")}
headers = {**common, "X-OpenAI-Api-Key": "secret"}
headers.update({"X-HuggingFace-Api-Key": os.environ.get("NO_HUGGINGFACE_KEY", "")})
client = weaviate.connect_to_local(headers=headers)
print(client.collections.exists("Article"))


def connect(own=False):
    return weaviate.connect_to_local(headers={"X-OpenAI-Api-Key": os.getenv("NO_OPENAI_KEY", "")} if own else None)


print(connect().collections.exists("Author"), connect(own=True).collections.exists("Nothing"))
