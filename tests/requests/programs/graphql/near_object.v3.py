import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Get { Article(nearObject: {id: "a0000000-0000-4000-8000-000000000001"}, limit: 2) { title } } }
"""
print(len(client.query.raw(query)["data"]["Get"]["Article"]))
