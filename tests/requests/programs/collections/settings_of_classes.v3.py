import weaviate

client = weaviate.Client("http://localhost:8080")

for found in client.schema.get()["classes"]:
    if found["class"] == "Article" and found["vectorIndexType"] == "hnsw":
        print(found["replicationConfig"]["factor"], found["vectorIndexConfig"]["distance"])
