# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
if "data" in result:
    for article in result["data"]["Get"]["Article"]:
        print(article["title"])
else:
    print("the query failed")
