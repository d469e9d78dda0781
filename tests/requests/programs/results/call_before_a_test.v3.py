import weaviate

client = weaviate.Client("http://localhost:8080")


def asked():
    print("asked")
    return False


result = client.query.get("Article", ["title"]).with_limit(1).do()
if asked() or "Article" in result["data"]["Get"]:
    print(result["data"]["Get"]["Article"][0]["title"])
