import weaviate

client = weaviate.Client("http://localhost:8080")


def titles():
    articles = client.query.get("Article", ["title"]).with_limit(2).do()["data"]["Get"]["Article"]
    articles += [{"title": "Own"}]
    return [article["title"] for article in articles]


def shout():
    words = ""
    for article in client.query.get("Article", ["title"]).with_limit(2).do()["data"]["Get"]["Article"]:
        title = article["title"]
        title += "!"
        words += title
    return words


print(titles(), shout())
uuid = client.data_object.create({"title": "New"}, "Article", "0d2a5b2c-8d5e-4b7a-9d3f-1c2b3a4d5e6f")
uuid += "/self"
print(uuid)
