# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def search(props):
    found = client.query.get("Article", ["summary", *props]).with_limit(1).do()
    return found["data"]["Get"]["Article"][0]["summary"]


print(search(["title"]))
