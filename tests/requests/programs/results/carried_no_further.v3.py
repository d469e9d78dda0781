import json

import weaviate

client = weaviate.Client("http://localhost:8080")


def _dumped(name):
    return client.query.get(name, ["title"]).with_limit(1).do()


def _named(name):
    return client.query.get(name, ["title"]).with_limit(1).do()


def _kept(response):
    response["seen"] = True
    return sorted(response)


def _typed() -> dict:
    return client.query.get("Article", ["title"]).with_limit(1).do()


def public():
    return client.query.get("Article", ["title"]).with_limit(1).do()


def _twice(response):
    return response["data"]["Get"]["Article"][0]["title"]


print(json.dumps(_dumped("Article")), _dumped("Article")["data"]["Get"]["Article"][0]["title"])
print(_named("Article")["data"]["Get"]["Article"])
print(_kept(client.query.get("Article", ["title"]).with_limit(1).do()))
print(_typed()["data"]["Get"]["Article"][0], public()["data"]["Get"]["Article"][0])
print(_twice(client.query.get("Article", ["title"]).with_limit(1).do()), _twice(public()))
