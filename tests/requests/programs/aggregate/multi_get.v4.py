import weaviate

client = weaviate.connect_to_local()

result = {
    "Article": client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]),
    "categories": client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["category"]),
    "Author": client.collections.use("Author").query.fetch_objects(return_properties=["name"]),
}
for article in result["Article"].objects:
    print(article.properties["title"])
print(result["categories"].objects[0].properties["category"])
print([author.properties["name"] for author in result["Author"].objects])
