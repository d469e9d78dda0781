# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def titles():
    result = client.query.get("Article", ["title", "wordCount"]).with_limit(2).do()
    if "data" in result and "Get" in result["data"]:
        return [article["title"] for article in result["data"]["Get"]["Article"]]

    print("the query failed")
    return []


def nothing():
    result = client.query.get("Nothing", ["title"]).do()
    if "errors" not in result:
        return result["data"]["Get"]["Nothing"][0]["title"]
    return "nothing"


print(titles(), nothing())
