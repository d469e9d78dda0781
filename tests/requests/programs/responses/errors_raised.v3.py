# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

def articles():
    result = (
        client.query.get("Article", ["title", "wordCount"])
        .with_limit(2)
        .do()
    )
    # a failed query has no articles
    if result.get("errors", None):
        raise RuntimeError(result["errors"][0]["message"])
    found = result["data"]["Get"]["Article"]
    return [article["title"] for article in found]


print(articles())
