# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

def titles():
    result = client.query.get("Nothing", ["title"]).do()
    if "errors" in result:
        print("failed")
        return []
    return [one["title"] for one in result["data"]["Get"]["Nothing"]]


print(titles())
