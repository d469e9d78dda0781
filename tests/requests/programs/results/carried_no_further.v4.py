import json

import weaviate

client = weaviate.connect_to_local()


def _dumped(name):
    return {
        "data": {
            "Get": {
                name: [
                    obj.properties
                    for obj in client.collections.use(name).query.fetch_objects(
                        limit=1, return_properties=["title"]
                    ).objects
                ],
            },
        },
    }


def _named(name):
    return {
        "data": {
            "Get": {
                name: [
                    obj.properties
                    for obj in client.collections.use(name).query.fetch_objects(
                        limit=1, return_properties=["title"]
                    ).objects
                ],
            },
        },
    }


def _kept(response):
    response["seen"] = True
    return sorted(response)


def _typed() -> dict:
    return {
        "data": {
            "Get": {
                "Article": [
                    obj.properties
                    for obj in client.collections.use("Article").query.fetch_objects(
                        limit=1, return_properties=["title"]
                    ).objects
                ],
            },
        },
    }


def public():
    return {
        "data": {
            "Get": {
                "Article": [
                    obj.properties
                    for obj in client.collections.use("Article").query.fetch_objects(
                        limit=1, return_properties=["title"]
                    ).objects
                ],
            },
        },
    }


def _twice(response):
    return response["data"]["Get"]["Article"][0]["title"]


print(json.dumps(_dumped("Article")), _dumped("Article")["data"]["Get"]["Article"][0]["title"])
print(_named("Article")["data"]["Get"]["Article"])
print(_kept({
    "data": {
        "Get": {
            "Article": [
                obj.properties
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=1, return_properties=["title"]
                ).objects
            ],
        },
    },
}))
print(_typed()["data"]["Get"]["Article"][0], public()["data"]["Get"]["Article"][0])
print(_twice({
    "data": {
        "Get": {
            "Article": [
                obj.properties
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=1, return_properties=["title"]
                ).objects
            ],
        },
    },
}), _twice(public()))
