import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_local(
    auth_credentials=Auth.bearer_token(
        access_token="token", expires_in=900, refresh_token="more"
    ),
)
print(client.is_ready())
