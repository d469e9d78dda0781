from weaviate import connect_to_local
from weaviate.auth import AuthApiKey
from weaviate.classes.init import Auth


def credentials(key: str) -> AuthApiKey:
    return Auth.api_key(key)


client = connect_to_local(auth_credentials=credentials("secret-key"))
print(client.is_ready())
