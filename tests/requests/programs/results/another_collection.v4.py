import weaviate

client = weaviate.connect_to_local()


def titles(name, key="Author"):
    response = client.collections.use(name).query.fetch_objects(
        limit=1, return_properties=["title"]
    )
    return {name: [obj.properties for obj in response.objects]}.get(key)


def count(name):
    result = client.collections.use(name).aggregate.over_all(total_count=True)
    response = {
        "data": {"Aggregate": {name: [{"meta": {"count": result.total_count}}]}}
    }
    name = "Author"
    return response["data"]["Aggregate"].get(name, "none")


def first(name):
    response = client.collections.use(name).query.fetch_objects(
        limit=1, return_properties=["title"]
    )
    return response.objects[0].properties["title"]


print(titles("Article"), count("Article"), first("Article"))
