import weaviate

client = weaviate.connect_to_local()

result = client.graphql_raw_query("{ Get { Author(limit: 1) { name } } Aggregate { Author { meta { count } } } }")
print(result.get["Author"], result.aggregate["Author"][0]["meta"]["count"])
