import weaviate

client = weaviate.connect_to_local()
LIMIT = 2
SETTINGS = {"certainty": 0.25}


class Search:
    topic = "cats"

    def __init__(self, size):
        self.size = size


class Dial:
    def __init__(self, search):
        self.search = search

    def turn(self):
        self.search.size = 4


def widen():
    global LIMIT
    LIMIT = 4
    SETTINGS["certainty"] = 0.5
    Search.topic = "dogs"


def titles(response):
    return [article["title"] for article in response["data"]["Get"]["Article"]]


def inner():
    size, topic = 1, "fish"

    def change():
        nonlocal size, topic
        size, topic = 3, "food"

    near = {"concepts": [topic]}
    limit = size
    change()
    return [
        obj.properties
        for obj in client.collections.use("Article").query.near_text(
            query=near["concepts"], limit=limit, return_properties=["title"]
        ).objects
    ]


search = Search(2)
dial = Dial(search)
limits = {"first": 1}
near = {"concepts": [Search.topic], "certainty": SETTINGS["certainty"]}
limit = LIMIT
widen()
found = client.collections.use("Article").query.near_text(
    query=near["concepts"],
    certainty=near["certainty"],
    limit=limit,
    return_properties=["title"],
)
print(titles({"data": {"Get": {"Article": [obj.properties for obj in found.objects]}}}))

limit_2 = search.size
dial.turn()
found = client.collections.use("Article").query.fetch_objects(
    limit=limit_2, return_properties=["title"]
)
print(titles({"data": {"Get": {"Article": [obj.properties for obj in found.objects]}}}))

same = limits
limit_3 = limits["first"]
same["first"] = 5
found = client.collections.use("Article").query.fetch_objects(
    limit=limit_3, return_properties=["title"]
)
print(titles({"data": {"Get": {"Article": [obj.properties for obj in found.objects]}}}))
print(len(inner()))
