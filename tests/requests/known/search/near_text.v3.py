import weaviate

client = weaviate.Client("http://localhost:8080")

response = (
    client.query.get("Article", ["title"])
    .with_near_text({"concepts": ["pets"]})
    .with_additional(["id", "distance"])
    .with_limit(3)
    .do()
)
for article in response["data"]["Get"]["Article"]:
    print(article["title"], article["_additional"]["id"], article["_additional"]["distance"])
