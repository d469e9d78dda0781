import weaviate

client = weaviate.connect_to_local()

found = client.collections.use("Article").query.fetch_object_by_id("a0000000-0000-4000-8000-00000000000f")
if not found:
    print("none")
if found is not None:
    print(str(found.uuid))
