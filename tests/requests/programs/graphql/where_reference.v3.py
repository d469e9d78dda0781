import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Get { Article(where: {path: ["hasAuthor", "Author", "name"], operator: Equal, valueText: "Ada Jones"}) { title } } }
"""
result = client.query.raw(query)
print([article["title"] for article in result["data"]["Get"]["Article"]])
