# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


class Articles:
    def __init__(self, client):
        self.client = client

    def find(self, where=None, *, limit=3):
        return [
            obj.properties
            for obj in self.client.collections.use("Article").query.fetch_objects(
                limit=limit, filters=where, return_properties=["title"]
            ).objects
        ]

    def long(self, words, title=None):
        where = Filter.by_property("wordCount").greater_than(words)
        if title is not None:
            where = Filter.all_of([where, Filter.by_property("title").like(title)])
        return self.find(where, limit=2)


articles = Articles(client)
print(articles.find(), articles.long(200), articles.long(200, "Q*"))
print(articles.find(where=Filter.by_property("title").equal("Cats and dogs")))
