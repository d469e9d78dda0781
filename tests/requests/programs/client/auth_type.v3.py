from weaviate import AuthApiKey, Client


def credentials(key: str) -> AuthApiKey:
    return AuthApiKey(api_key=key)


client = Client("http://localhost:8080", auth_client_secret=credentials("secret-key"))
print(client.is_ready())
