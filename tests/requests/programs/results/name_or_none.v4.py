# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def find(name: str) -> None:
    found = None
    for cls in client.collections.list_all().values():
        if cls.name == name:
            found = cls
    if found == None:
        print("missing")


def check(name: str) -> None:
    found = None
    for cls in client.collections.list_all().values():
        if cls.name == name:
            found = cls
    if not found:
        print("missing")
    else:
        print(found.name)


def show(title: str) -> None:
    found = None
    for item in [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            return_properties=["title"]
        ).objects
    ]:
        if item["title"] == title:
            found = item
    print(found)


for name in ("Article", "Nothing"):
    find(name)
    check(name)
    show(name)
