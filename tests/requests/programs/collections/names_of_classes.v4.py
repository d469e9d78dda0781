import weaviate

client = weaviate.connect_to_local()

schema = client.collections.list_all()
names = [found.name for found in schema.values()]
print(sorted(names), len(schema.values()), "Article" in names)
