# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def find(name: str) -> None:
    found = None
    for cls in client.schema.get()["classes"]:
        if cls["class"] == name:
            found = cls
    if found == None:
        print("missing")


def check(name: str) -> None:
    found = None
    for cls in client.schema.get()["classes"]:
        if cls["class"] == name:
            found = cls
    if not found:
        print("missing")
    else:
        print(found["class"])


def show(title: str) -> None:
    found = None
    for item in client.query.get("Article", ["title"]).do()["data"]["Get"]["Article"]:
        if item["title"] == title:
            found = item
    print(found)


for name in ("Article", "Nothing"):
    find(name)
    check(name)
    show(name)
