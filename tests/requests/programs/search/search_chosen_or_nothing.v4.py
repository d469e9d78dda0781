import weaviate

client = weaviate.connect_to_local()


def rows(words, exact):
    if exact:
        response = client.collections.use("Article").query.bm25(
            query=words, limit=3, return_properties=["title", "wordCount"]
        )
    else:
        response = client.collections.use("Article").query.hybrid(
            query=words, alpha=0.5, limit=3, return_properties=["title", "wordCount"]
        )
    found = response.objects
    return [article.properties["title"] for article in found if article.properties["wordCount"] > 100]


def titles(words, exact):
    if exact:
        response = client.collections.use("Article").query.bm25(
            query=words, return_properties=["title"]
        )
    else:
        response = client.collections.use("Article").query.near_text(
            query=[words], return_properties=["title"]
        )
    return {article.properties["title"] for article in response.objects}, words


print(rows("food", True), rows("food", False))
print(sorted(titles("cats", True)[0]), len(titles("cats", False)[0]))
