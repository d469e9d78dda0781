# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

titles = []
result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
if result and "data" in result and "Get" in result["data"] and "Article" in result["data"]["Get"]:
    # the titles alone
    articles = result["data"]["Get"]["Article"]
    for article in articles:
        titles.append(article["title"])

print(titles)
