import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Get { Article(hybrid: {query: "cats", alpha: 0.25, properties: ["title"], fusionType: rankedFusion} limit: 2) {
  title
  _additional { score }
} } }
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["score"])
