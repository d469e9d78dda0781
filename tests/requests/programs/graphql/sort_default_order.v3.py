import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("""{ Get { Article(sort: {path: "wordCount"} limit: 2) { title } } }""")
print([article["title"] for article in result["data"]["Get"]["Article"]])
