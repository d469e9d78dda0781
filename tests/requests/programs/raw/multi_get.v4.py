import weaviate

client = weaviate.connect_to_local()

result = {
    "Article": client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["title"]),
    "Author": client.collections.use("Author").query.fetch_objects(limit=1, return_properties=["name"]),
}
print(result["Article"].objects[0].properties["title"], result["Author"].objects[0].properties["name"])
