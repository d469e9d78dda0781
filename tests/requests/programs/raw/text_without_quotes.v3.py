import weaviate

client = weaviate.Client("http://localhost:8080")
n = "2"
q = f'{{ Get {{ Article(limit: {n}) {{ title }} }} }}'
print(client.query.raw(q)["data"]["Get"]["Article"])
