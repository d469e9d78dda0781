import weaviate

client = weaviate.Client("http://localhost:8080")


def _search(text, limit=3):
    if not text:
        return None
    return (
        client.query.get("Article", ["title", "wordCount"])
        .with_near_text({"concepts": [text]})
        .with_additional(["id", "distance"])
        .with_limit(limit)
        .do()
    )


def _titles(response):
    return [article["title"] for article in response["data"]["Get"]["Article"]]


def _show(article):
    print(article["title"], article["_additional"]["distance"], article.get("wordCount"))


found = _search("food")
print(_titles(found))
for number, article in enumerate(found["data"]["Get"]["Article"]):
    _show(article)
if _search(""):
    print("never")
print(len(_search("cats", 2)["data"]["Get"]["Article"]))
