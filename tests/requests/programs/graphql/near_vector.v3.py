import weaviate

client = weaviate.Client("http://localhost:8080")

query = "{ Get { Article(nearVector: {vector: [0.5, 0.25, 0.125], distance: 0.75} limit: 3) { title _additional { distance } } } }"
for article in client.query.raw(query)["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["distance"])
