import weaviate

auth_config = weaviate.AuthApiKey(api_key="secret-key")
client = weaviate.Client(url="https://some-cluster.weaviate.network", auth_client_secret=auth_config)
print(client.is_ready())
