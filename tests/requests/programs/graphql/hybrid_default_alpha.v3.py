import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("""{ Get { Article(hybrid: {query: "cats"} limit: 2) { title } } }""")
print(len(result["data"]["Get"]["Article"]))
