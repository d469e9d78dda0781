import weaviate

client = weaviate.connect_to_local()

for found in client.collections.list_all(simple=False).values():
    if found.name == "Article" and found.vector_index_type == "hnsw":
        print(found.replication_config.factor, found.to_dict()["vectorIndexConfig"]["distanceMetric"])
