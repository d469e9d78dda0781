import weaviate

client = weaviate.Client(
    "https://oidc.example.com", auth_client_secret=weaviate.AuthClientCredentials("secret", scope=["a", "b"])
)
print(client.is_ready())
