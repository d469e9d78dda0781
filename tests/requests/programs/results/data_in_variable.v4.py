import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

articles = result.objects
print(articles[0].properties["title"], len(result.objects))
