import weaviate

client = weaviate.Client("http://localhost:8080")

titles = client.query.get("Article", ["title"]).with_limit(1)  # one will do
names = client.query.get("Author", ["name"]).with_alias("names")
result = client.query.multi_get([titles, names]).do()["data"]["Get"]
print(result["Article"][0]["title"], [author["name"] for author in result["names"]])
