import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    # what is like it
    query=["animals"],  # the words
    limit=2,  # the first two
    return_properties=[
        "title",  # only the titles
    ],
)
for one in result.objects:
    print(one.properties["title"])
