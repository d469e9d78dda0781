import weaviate
from weaviate.auth import AuthBearerToken

client = weaviate.Client("http://localhost:8080", AuthBearerToken(access_token="token", expires_in=900, refresh_token="more"))
print(client.is_ready())
