import weaviate

client = weaviate.Client("http://localhost:8080")

near_text = {"concepts": ["pets"], "certainty": 0.6}
result = client.query.get("Article", ["title"]).with_near_text(near_text).with_limit(2).do()
again = client.query.get("Author", ["name"]).with_near_text(near_text).with_limit(1).do()
print(again["data"]["Get"]["Author"][0]["name"])
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
