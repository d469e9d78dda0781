import weaviate

client = weaviate.connect_to_local()

page = client.collections.use("Author").query.fetch_objects()
print(len(page.objects))
