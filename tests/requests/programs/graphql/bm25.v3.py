import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("""{ Get { Article(bm25: {query: "cats", properties: ["title^2", "body"]}, limit: 2) { title } } }""")
print(len(result["data"]["Get"]["Article"]))
