# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

def titles():
    result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
    articles = result["data"]["Get"]["Article"] if "data" in result else []
    return [article["title"] for article in articles]


print(titles())
