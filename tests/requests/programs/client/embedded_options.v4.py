import weaviate

client = weaviate.connect_to_embedded(
    port=6666,
    persistence_data_path="/tmp/data",
    environment_variables={"ENABLE_MODULES": "text2vec-openai"},
    headers={"X-OpenAI-Api-Key": "sk-1"},
)
print(client.is_ready())
