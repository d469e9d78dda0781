import weaviate

client = weaviate.connect_to_local()

def titles(name):
    result = client.collections.use(name).query.fetch_objects(
        limit=2, return_properties=["title"]
    )
    return [article.properties["title"] for article in result.objects]


print(titles("Article"))
