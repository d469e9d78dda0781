import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{
  Aggregate {
    Article {
      meta { count }
      wordCount { mean maximum }
    }
  }
}
"""
article = client.query.raw(query)["data"]["Aggregate"]["Article"][0]
print(article["meta"]["count"], article["wordCount"]["mean"], article["wordCount"]["maximum"])
