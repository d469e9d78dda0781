import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title"]).with_bm25("fish").with_limit(2).with_offset(1).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
