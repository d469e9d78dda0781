# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

if "errors" in result:
    raise RuntimeError(result["errors"])
print(len(result["data"]["Get"]["Article"]))
