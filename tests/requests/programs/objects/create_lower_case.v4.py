import weaviate

client = weaviate.connect_to_local()

client.collections.use("author").data.insert(properties={"name": "Ada"})
