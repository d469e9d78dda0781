import weaviate

client = weaviate.connect_to_local()

articles = client.collections.use("Article").query.fetch_objects(limit=1, return_properties=["title"])
authors = client.collections.use("Author").query.fetch_objects(limit=1, return_properties=["name"])
print(articles.objects[0].properties["title"], authors.objects[0].properties["name"])
