# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost")
print(client.is_ready())
