import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("{ Get { Article(limit: 2) { title wordCount } } }")
for article in result["data"]["Get"]["Article"]:
    print(article["title"], article["wordCount"])
