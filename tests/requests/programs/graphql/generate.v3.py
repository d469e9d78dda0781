import weaviate

client = weaviate.Client("http://localhost:8080")

query = """
{ Get { Article(limit: 2, nearText: {concepts: ["animals"]}) {
  title
  _additional { generate(singleResult: {prompt: "Sum up {title}"}) { singleResult } }
} } }
"""
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["generate"]["singleResult"])
