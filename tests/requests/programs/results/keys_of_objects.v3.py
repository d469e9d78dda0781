# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_additional(["id"]).with_limit(3).do()

print(sorted(result["data"]["Get"]["Article"][0].keys()))
print("Article" in result["data"]["Get"])
