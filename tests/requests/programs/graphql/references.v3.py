import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{
  Get {
    Article(limit: 2) {
      title
      hasAuthor { ... on Author { name } }
    }
  }
}
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"], article["hasAuthor"][0]["name"])
