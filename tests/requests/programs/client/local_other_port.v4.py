# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local(port=8090)
print(client.is_live(), client.get_meta()["version"])
