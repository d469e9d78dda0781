# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

def first():
    result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
    if not result or "data" not in result:
        return None

    return result["data"]["Get"]["Article"][0]["title"]


print(first())
