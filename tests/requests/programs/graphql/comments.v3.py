import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{
  Get {
    Article(
      limit: 2  # only a few
    ) {
      # what we show
      title
    }
  }
}
"""
result = client.query.raw(query)  # now
print(len(result["data"]["Get"]["Article"]))
