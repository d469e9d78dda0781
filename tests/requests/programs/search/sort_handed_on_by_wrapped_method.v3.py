# fix: --unsafe-fixes
from functools import wraps

import weaviate


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
        self.client = weaviate.Client(url)

    @told
    def records(self, name, where=None, sort=None):
        query = self.client.query.get(name, ["title"])
        if where:
            query = query.with_where(where)
        if sort is not None:
            query.with_sort(sort)
        return query.do()["data"]["Get"][name]

    @told
    def longest(self):
        return self.records("Article", sort={"path": ["wordCount"], "order": "desc"})[0]

    def about(self, word):
        return self.records("Article", {"path": ["title"], "operator": "Like", "valueText": f"*{word}*"})


store = Store("http://localhost:8080")
print(store.longest()["title"], len(store.about("food")))
