import weaviate
from weaviate.embedded import EmbeddedOptions

client = weaviate.Client(
    embedded_options=EmbeddedOptions(
        port=6666, persistence_data_path="/tmp/data", additional_env_vars={"ENABLE_MODULES": "text2vec-openai"}
    ),
    additional_headers={"X-OpenAI-Api-Key": "sk-1"},
)
print(client.is_ready())
