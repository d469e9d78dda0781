from weaviate import AuthApiKey, Client

client = Client("https://random.c0.europe-west3.gcp.weaviate.cloud", AuthApiKey("secret-key"))
print(client.is_ready())
