import weaviate as wv

client = wv.Client("http://localhost:8080", auth_client_secret=wv.AuthApiKey("secret-key"))
print(isinstance(client, wv.Client), client.is_ready())
