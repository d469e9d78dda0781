import weaviate
from weaviate.classes.init import Auth

client = weaviate.connect_to_local(auth_credentials=Auth.client_password("user", "password", scope="offline_access"))
print(client.is_ready())
