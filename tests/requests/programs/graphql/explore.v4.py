import weaviate

client = weaviate.connect_to_local()

result = client.graphql_raw_query("""{ Explore(nearText: {concepts: ["animals"]}, limit: 2) { beacon className } }""")
for found in result.explore:
    print(found["beacon"], found["className"])
