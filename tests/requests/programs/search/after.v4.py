import weaviate

client = weaviate.connect_to_local()

cursor = None
while True:
    page = client.collections.use("Article").query.fetch_objects(
        limit=4, after=cursor, return_properties=["title"]
    ).objects
    if not page:
        break
    print([one.properties["title"] for one in page])
    cursor = str(page[-1].uuid)
