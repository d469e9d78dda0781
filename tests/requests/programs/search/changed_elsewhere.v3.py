import weaviate

client = weaviate.Client("http://localhost:8080")
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
    query = client.query.get("Article", ["title"]).with_limit(size)
    change()
    return query.with_near_text(near).do()["data"]["Get"]["Article"]


search = Search(2)
dial = Dial(search)
limits = {"first": 1}
near = {"concepts": [Search.topic], "certainty": SETTINGS["certainty"]}
query = client.query.get("Article", ["title"]).with_limit(LIMIT)
widen()
found = query.with_near_text(near).do()
print(titles(found))

query = client.query.get("Article", ["title"]).with_limit(search.size)
dial.turn()
found = query.do()
print(titles(found))

same = limits
query = client.query.get("Article", ["title"]).with_limit(limits["first"])
same["first"] = 5
found = query.do()
print(titles(found))
print(len(inner()))
