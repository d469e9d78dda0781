import weaviate

client = weaviate.connect_to_local()
n = "2"
q = f'{{ Get {{ Article(limit: {n}) {{ title }} }} }}'
print(client.graphql_raw_query(q).get["Article"])
