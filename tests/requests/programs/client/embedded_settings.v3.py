from weaviate import Client
from weaviate.embedded import EmbeddedOptions

client = Client(
    embedded_options=EmbeddedOptions(
        port=8090,
        additional_env_vars={"ENABLE_MODULES": "text2vec-openai"},  # vectors
    ),
    additional_headers={"X-OpenAI-Api-Key": "sk-123"},
)
print(client.is_ready())
