import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.update_config("Article", {"vectorIndexConfig": {"ef": 100, "dynamicEfMax": 600, "filterStrategy": "acorn"}})
client.schema.update_config("Article", {"vectorIndexConfig": {"pq": {"enabled": True, "trainingLimit": 1000, "segments": 16}}})
