# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
FIELDS = {"Article": ["title", "url"], "Author": ["name"]}


def first(name, *fields):
    response = client.query.get("Article", fields[0]).with_limit(1).do()
    return response["data"]["Get"]["Article"][0]["title"]


response = client.query.get("Article", FIELDS["Article"]).with_limit(1).do()
print(response["data"]["Get"]["Article"][0]["url"])
print(first("Article", ["title"]))
