# fix: --unsafe-fixes
import weaviate
from weaviate.exceptions import WeaviateQueryError

client = weaviate.connect_to_local()


def count(name):
    response = client.collections.use(name).query.fetch_objects(
        return_properties=["title"]
    )
    tries = 1
    if response.objects:
        return len(response.objects), tries
    raise ValueError(name)


def first(name, attempts):
    try:
        response = client.collections.use(name).query.fetch_objects(
            limit=1, return_properties=["title"]
        )
        attempts += 1
        if attempts > 1:
            print("again")
    except WeaviateQueryError:
        raise ValueError("no title")
    return response.objects[0].properties["title"], attempts


print(count("Article"), first("Article", 0), first("Article", 1))
try:
    first("Nothing", 0)
except ValueError as error:
    print(error)
