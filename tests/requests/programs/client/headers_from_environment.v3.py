import os

import weaviate

OPENAI_API_KEY = os.getenv("OPENAI_API_KEY")
os.environ["COHERE_API_KEY"] = "co-1"
client = weaviate.Client(
    "http://localhost:8080",
    additional_headers={
        "X-Cohere-Api-Key": os.environ.get("COHERE_API_KEY"),  # set above
        "X-OpenAI-Api-Key": OPENAI_API_KEY,
        "X-Team": "search",
    },
)
print(client.is_ready())
