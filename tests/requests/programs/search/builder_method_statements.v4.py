import weaviate
from weaviate.classes.query import Filter


class Store:
    def __init__(self, client):
        self.client = client

    def search(self, text):
        counts = None
        limit = 2
        filters = None
        for count in counts or []:
            if count:
                filters = Filter.by_property("wordCount").greater_than(count)
        if text:
            response = self.client.collections.use("Article").query.near_text(
                query=[text], limit=limit, filters=filters, return_properties=["title", "wordCount"]
            )
        elif limit:
            response = self.client.collections.use("Article").query.fetch_objects(
                limit=limit, offset=1, filters=filters, return_properties=["title", "wordCount"]
            )
        else:
            response = self.client.collections.use("Article").query.fetch_objects(
                limit=limit, filters=filters, return_properties=["title", "wordCount"]
            )
        return [article.properties["title"] for article in response.objects]

    def all(self, limit):
        asked = 2
        counts = [10, 300, 0]
        limit_2 = limit + 1
        offset = None
        if limit_2:
            offset = 1
        filters = None
        for count in counts or []:
            if count:
                filters = Filter.by_property("wordCount").greater_than(count)
        return [a.properties["title"] for a in self.client.collections.use("Article").query.fetch_objects(
            limit=limit_2, offset=offset, filters=filters, return_properties=["title", "wordCount"]
        ).objects], asked


store = Store(weaviate.connect_to_local())
print(store.search("food"))
print(store.search(""))
print(store.all(3))
