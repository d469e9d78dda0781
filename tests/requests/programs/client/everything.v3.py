import weaviate

client = weaviate.Client(
    url="http://localhost:8080",
    auth_client_secret=weaviate.AuthApiKey(api_key="secret-key"),
    timeout_config=(5, 20),
    trust_env=True,
    additional_headers={"X-OpenAI-Api-Key": "sk-123"},
    startup_period=5,
)
print(client.is_ready())
