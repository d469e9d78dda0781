import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", []).with_additional("id").with_limit(1).do()
print(len(result["data"]["Get"]["Article"]))
