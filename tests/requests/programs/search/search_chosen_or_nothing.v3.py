import weaviate

client = weaviate.Client("http://localhost:8080")


def rows(words, exact):
    query = client.query.get("Article", ["title", "wordCount"]).with_limit(3)
    if exact:
        query = query.with_bm25(query=words)
    else:
        query = query.with_hybrid(query=words, alpha=0.5)
    found = query.do()["data"]["Get"]["Article"] or []
    return [article["title"] for article in found if article["wordCount"] > 100]


def titles(words, exact):
    query = client.query.get("Article", ["title"])
    if exact:
        query = query.with_bm25(words)
    else:
        query = query.with_near_text({"concepts": [words]})
    return {article["title"] for article in query.do()["data"]["Get"]["Article"]}, words


print(rows("food", True), rows("food", False))
print(sorted(titles("cats", True)[0]), len(titles("cats", False)[0]))
