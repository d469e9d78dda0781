import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", "title").with_near_text({"concepts": "pets"}).do()
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
