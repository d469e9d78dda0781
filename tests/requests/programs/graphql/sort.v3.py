import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Get { Article(sort: [{path: ["category"], order: asc}, {path: ["wordCount"], order: desc}], limit: 3) { title category } } }
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["category"], article["title"])
