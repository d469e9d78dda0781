import weaviate

client = weaviate.connect_to_local()

# only a few
# what we show
result = client.collections.use("Article").query.fetch_objects(
    limit=2, return_properties=["title"]
)  # now
print(len(result.objects))
