# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
if "data" in result and result["data"]["Get"]["Article"]:
    print(result["data"]["Get"]["Article"][0]["title"])
else:
    print("nothing found")
