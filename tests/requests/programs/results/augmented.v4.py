import weaviate

client = weaviate.connect_to_local()


def titles():
    articles = [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects
    ]
    articles += [{"title": "Own"}]
    return [article["title"] for article in articles]


def shout():
    words = ""
    for article in client.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"]).objects:
        title = article.properties["title"]
        title += "!"
        words += title
    return words


print(titles(), shout())
uuid = str(
    client.collections.use("Article").data.insert(
        properties={"title": "New"}, uuid="0d2a5b2c-8d5e-4b7a-9d3f-1c2b3a4d5e6f"
    ),
)
uuid += "/self"
print(uuid)
