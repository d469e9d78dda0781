import weaviate as wv
from weaviate.classes.init import Auth

client = wv.connect_to_local(auth_credentials=Auth.api_key("secret-key"))
print(isinstance(client, wv.WeaviateClient), client.is_ready())
