import weaviate

client = weaviate.Client("http://localhost:8080")


def titles(name, key="Author"):
    response = client.query.get(name, ["title"]).with_limit(1).do()
    return response["data"]["Get"].get(key)


def count(name):
    response = client.query.aggregate(name).with_meta_count().do()
    name = "Author"
    return response["data"]["Aggregate"].get(name, "none")


def first(name):
    response = client.query.get(name, ["title"]).with_limit(1).do()
    return response["data"]["Get"][name][0]["title"]


print(titles("Article"), count("Article"), first("Article"))
