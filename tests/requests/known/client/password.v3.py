import weaviate

client = weaviate.Client(
    "https://oidc.example.com",
    auth_client_secret=weaviate.AuthClientPassword(username="me", password="secret", scope="offline_access"),
)
print(client.schema.exists("Article"))
