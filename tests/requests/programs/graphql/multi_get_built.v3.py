import weaviate

client = weaviate.Client("http://localhost:8080")


articles = client.query.get("Article", ["title"]).with_limit(1)
authors = client.query.get("Author", ["name"])
authors = authors.with_limit(1)
found = client.query.multi_get([articles, authors]).do()
print(found["data"]["Get"]["Article"], found["data"]["Get"]["Author"])

limit = None
words = 200
more = client.query.get("Article", ["title"])
if words:
    more = more.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
other = client.query.get("Author", ["name"]).with_limit(2)
print(client.query.multi_get([more, other]).do()["data"]["Get"]["Article"])
