import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"])

titles = [one.properties["title"] for one in result.objects if one.properties["wordCount"] > 100]
ids = {str(one.uuid): one.properties["wordCount"] for one in result.objects}
print(titles, ids, any(one.properties["wordCount"] == 200 for one in result.objects))
