# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

uuid = "b0000000-0000-4000-8000-000000000001"
client.data_object.replace({"age": 4}, "Author", uuid, consistency_level=weaviate.ConsistencyLevel.ALL)
client.data_object.delete(uuid, "Author", consistency_level=weaviate.ConsistencyLevel.ONE)
