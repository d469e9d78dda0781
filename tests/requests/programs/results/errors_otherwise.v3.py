# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def count(name):
    response = client.query.get(name, ["title"]).do()
    tries = 1
    if "data" in response and response["data"]["Get"][name]:
        return len(response["data"]["Get"][name]), tries
    raise ValueError(name)


def first(name, attempts):
    response = client.query.get(name, ["title"]).with_limit(1).do()
    attempts += 1
    if attempts > 1:
        print("again")
    if "errors" in response:
        raise ValueError("no title")
    return response["data"]["Get"][name][0]["title"], attempts


print(count("Article"), first("Article", 0), first("Article", 1))
try:
    first("Nothing", 0)
except ValueError as error:
    print(error)
