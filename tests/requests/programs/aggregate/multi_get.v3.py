import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.multi_get(
    [
        client.query.get("Article", ["title"]).with_limit(2),
        client.query.get("Article", ["category"]).with_limit(1).with_alias("categories"),
        client.query.get("Author", ["name"]),
    ]
).do()
for article in result["data"]["Get"]["Article"]:
    print(article["title"])
print(result["data"]["Get"]["categories"][0]["category"])
print([author["name"] for author in result["data"]["Get"]["Author"]])
