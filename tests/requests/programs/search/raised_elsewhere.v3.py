import weaviate

client = weaviate.Client("http://localhost:8080")


def near(settings):
    near = {"concepts": [settings["topic"]]}
    query = client.query.get("Article", ["title"]).with_near_text(near)
    try:
        response = query.do()
    except KeyError:
        return "nothing"
    return len(response["data"]["Get"]["Article"])


def some(settings):
    query = client.query.get("Article", ["title"]).with_limit(settings["limit"])
    try:
        response = query.do()
    except KeyError:
        return "nothing"
    return len(response["data"]["Get"]["Article"])


for search in near, some:
    print(search({"topic": "cats", "limit": 2}))
    try:
        print(search({}))
    except KeyError as error:
        print("missing", error)
