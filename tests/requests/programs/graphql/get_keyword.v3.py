import weaviate

client = weaviate.Client("http://localhost:8080")

print(client.query.raw(gql_query="query { Get { Author { name } } }")["data"]["Get"]["Author"][0]["name"])
