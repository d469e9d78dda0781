import weaviate

client = weaviate.connect_to_local()


def near(settings):
    query_2 = [settings["topic"]]
    try:
        response = client.collections.use("Article").query.near_text(
            query=query_2, return_properties=["title"]
        )
    except KeyError:
        return "nothing"
    return len(response.objects)


def some(settings):
    limit = settings["limit"]
    try:
        response = client.collections.use("Article").query.fetch_objects(
            limit=limit, return_properties=["title"]
        )
    except KeyError:
        return "nothing"
    return len(response.objects)


for search in near, some:
    print(search({"topic": "cats", "limit": 2}))
    try:
        print(search({}))
    except KeyError as error:
        print("missing", error)
