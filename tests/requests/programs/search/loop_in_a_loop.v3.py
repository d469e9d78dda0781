import weaviate

client = weaviate.Client("http://localhost:8080")

for limit, paths in [(3, ["title"]), (2, []), (1, ["wordCount", "title"])]:
    query = client.query.get("Article", ["title"]).with_limit(limit)
    for path in paths:
        query = query.with_sort({"path": [path], "order": "desc"})
    response = query.do()
    for article in response["data"]["Get"]["Article"]:
        print(article["title"])
