# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080", startup_period=30)
print(client.is_ready())
