import weaviate

client = weaviate.connect_to_local()

# one will do
result = {
    "Article": client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=["title"]
    ),
    "names": client.collections.use("Author").query.fetch_objects(
        return_properties=["name"]
    ),
}
print(result["Article"].objects[0].properties["title"], [author.properties["name"] for author in result["names"].objects])
