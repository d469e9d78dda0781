# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

for limit in (1, 2):
    result = client.query.get("Article", ["title"]).with_limit(limit).do()
    if "errors" in result:
        print(result)
        continue
    print(result["data"]["Get"]["Article"][-1]["title"])
