from weaviate import connect_to_embedded

client = connect_to_embedded(
    port=8090,
    environment_variables={"ENABLE_MODULES": "text2vec-openai"},  # vectors
    headers={"X-OpenAI-Api-Key": "sk-123"},
)
print(client.is_ready())
