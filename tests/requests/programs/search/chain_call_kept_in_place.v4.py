import weaviate

client = weaviate.connect_to_local()

numbers = iter([2, 1])
limit = next(numbers)
print(next(numbers))
result = client.collections.use("Article").query.fetch_objects(
    limit=limit, return_properties=["title"]
)
for one in result.objects:
    print(one.properties["title"])
