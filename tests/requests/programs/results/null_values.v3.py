import weaviate

client = weaviate.Client("http://localhost:8080")
client.data_object.create({"name": "Nowhere"}, "Publication", "c0000000-0000-4000-8000-000000000099")
response = client.query.get("Publication", ["name", "location { latitude longitude }"]).do()
for place in response["data"]["Get"]["Publication"]:
    print(place["name"], place["location"])
    if place["location"]:
        print(place["location"]["latitude"])
    longitude = place["location"]["longitude"] if place["location"] is not None else 0
    print(longitude)
response = client.query.get("Article", ["title", "hasAuthor { ... on Author { name wroteArticles { ... on Article { title } } } }"]).do()
for article in response["data"]["Get"]["Article"]:
    for author in article["hasAuthor"] or []:
        titles = [other["title"] for other in (author["wroteArticles"] or [])]
        print(article["title"], author["name"], titles, len(author["wroteArticles"] or []))
