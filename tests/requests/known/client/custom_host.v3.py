# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://weaviate.internal:8080")
print(client.is_ready())
