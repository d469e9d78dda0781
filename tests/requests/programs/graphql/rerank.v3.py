import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Get { Article(nearText: {concepts: ["animals"]}, limit: 3) {
  title
  _additional { rerank(property: "title", query: "birds") { score } }
} } }
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["rerank"][0]["score"])
