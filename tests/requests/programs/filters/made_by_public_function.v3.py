# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def where(words):
    return {"path": ["wordCount"], "operator": "Equal", "valueInt": words}


result = client.query.get("Article", ["title"]).with_where(where(300)).do()
print([one["title"] for one in result["data"]["Get"]["Article"]])
