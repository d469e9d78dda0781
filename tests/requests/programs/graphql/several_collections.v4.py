import weaviate

client = weaviate.connect_to_local()

result = client.graphql_raw_query("{ Get { Article(limit: 1) { title } Author(limit: 1) { name } } }")
print(result.get["Article"][0]["title"], result.get["Author"][0]["name"])
