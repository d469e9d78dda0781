import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{
  Get {
    Article(limit: 2, offset: 1) {
      title
    }
  }
}
"""
result = client.query.raw(query)
print([article["title"] for article in result["data"]["Get"]["Article"]])
