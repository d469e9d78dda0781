import weaviate

client = weaviate.connect_to_local()

fields = "title wordCount"
print(client.graphql_raw_query("{ Get { Article(limit: 1) { " + fields + " } } }").get["Article"])
