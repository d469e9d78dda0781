import weaviate

client = weaviate.Client("http://localhost:8080")
client.data_object.create({"title": "alone"}, "Article", "a0000000-0000-4000-8000-000000000099")
response = client.query.get("Article", ["title", "hasAuthor { ... on Author { name } }"]).do()
for article in response["data"]["Get"]["Article"]:
    print(article["title"], article["hasAuthor"][0]["name"] if article["hasAuthor"] else "nobody")
    for author in article["hasAuthor"] or []:
        print(author["name"])
    for author in article.get("hasAuthor") or []:
        print(author["name"])
    if article["hasAuthor"] is None:
        print("nobody")
    if not article.get("hasAuthor"):
        continue
    authors = article["hasAuthor"]
    print(authors is None, [author["name"] for author in article["hasAuthor"]])
for article in response["data"]["Get"]["Article"]:
    authors = article["hasAuthor"]
    if authors:
        print(authors[0]["name"])
for article in response["data"]["Get"]["Article"]:
    print(article["hasAuthor"])
