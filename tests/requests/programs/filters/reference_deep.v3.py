import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Author", ["name"]).with_where({"path": ["wroteArticles", "Article", "inPublication", "Publication", "name"], "operator": "Like", "valueText": "*a*"}).do()
for one in result["data"]["Get"]["Author"]:
    print(one["name"])
