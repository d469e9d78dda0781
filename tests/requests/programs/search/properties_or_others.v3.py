# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def search(props=None, more=None):
    found = client.query.get("Article", (props or []) + ["summary"]).with_limit(1).do()
    other = client.query.get("Article", ["summary", *(props if props else ["url"])]).with_limit(1).do()
    return found["data"]["Get"]["Article"][0]["summary"], other["data"]["Get"]["Article"][0]["summary"]


print(search(["title"]), search())
