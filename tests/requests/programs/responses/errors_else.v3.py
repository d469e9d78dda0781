# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
if "errors" in result:
    print("failed")
else:
    print(result["data"]["Get"]["Article"][1]["title"])
