import weaviate

client = weaviate.Client("http://localhost:8080")


queries = [client.query.get("Article", ["title"]).with_limit(1), client.query.get("Author", ["name"]).with_limit(1)]
found = client.query.multi_get(queries).do()
print(found["data"]["Get"]["Article"], found["data"]["Get"]["Author"])
