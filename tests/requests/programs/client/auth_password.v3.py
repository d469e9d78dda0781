import weaviate

client = weaviate.Client(
    "http://localhost:8080",
    auth_client_secret=weaviate.AuthClientPassword("user", "password", scope="offline_access"),
)
print(client.is_ready())
