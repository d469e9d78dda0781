# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local(port=80)
print(client.is_ready())
