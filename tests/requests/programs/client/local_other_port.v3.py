# fix: --unsafe-fixes
import weaviate

client = weaviate.Client(url="http://localhost:8090")
print(client.is_live(), client.get_meta()["version"])
