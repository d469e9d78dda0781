# fix: --unsafe-fixes
from functools import wraps

import weaviate
from weaviate.classes.query import Filter, Sort
from weaviate.connect import ConnectionParams


def told(function):
    @wraps(function)
    def inner(self, *args, **kwargs):
        try:
            return function(self, *args, **kwargs)
        except ValueError as error:
            print("failed", error)
            raise

    return inner


class Store:
    def __init__(self, url):
        self.client = weaviate.WeaviateClient(
            connection_params=ConnectionParams.from_url(url, grpc_port=50051)
        )
        self.client.connect()

    @told
    def records(self, name, where=None, sort=None):
        return [
            obj.properties
            for obj in self.client.collections.use(name).query.fetch_objects(
                filters=where, sort=sort, return_properties=["title"]
            ).objects
        ]

    @told
    def longest(self):
        return self.records("Article", sort=Sort.by_property(
            "wordCount", ascending=False
        ))[0]

    def about(self, word):
        return self.records("Article", Filter.by_property("title").like(f"*{word}*"))


store = Store("http://localhost:8080")
print(store.longest()["title"], len(store.about("food")))
