# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("https://old-cluster.semi.network/", weaviate.AuthApiKey("secret-key"))
print(client.is_ready())
