# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def articles():
    result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).with_additional(["id"]).do()
    if result.get("errors", None):
        raise Exception(result["errors"])
    found = result["data"]["Get"]["Article"]
    return [(one.pop("title"), one) for one in found]


print(articles())
