import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{
  Get {
    Article(
      nearText: {
        concepts: ["animals"]
        certainty: 0.5
        moveTo: {concepts: ["pets"], force: 0.5}
        moveAwayFrom: {concepts: ["cooking"], force: 0.25}
      }
      limit: 2
    ) {
      title
      _additional { id distance certainty }
    }
  }
}
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["id"], article["_additional"]["certainty"])
