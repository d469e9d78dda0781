import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("""{ Explore(nearText: {concepts: ["animals"]}, limit: 2) { beacon className } }""")
for found in result["data"]["Explore"]:
    print(found["beacon"], found["className"])
