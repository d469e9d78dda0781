import weaviate


class Store:
    def __init__(self, client):
        self.client = client

    def _query(self, text, limit=3, counts=None):
        asked = ["title", "wordCount"]
        query = self.client.query.get("Article", asked).with_limit(limit)
        if text:
            query = query.with_near_text({"concepts": [text]})
        elif limit:
            query = query.with_offset(1)
        for count in counts or []:
            if count:
                query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": count})
        return query.with_additional("id")

    def search(self, text):
        response = self._query(text, limit=2).do()
        return [article["title"] for article in response["data"]["Get"]["Article"]]

    def all(self, limit):
        asked = 2
        return [a["title"] for a in self._query("", limit + 1, [10, 300, 0]).do()["data"]["Get"]["Article"]], asked


store = Store(weaviate.Client("http://localhost:8080"))
print(store.search("food"))
print(store.search(""))
print(store.all(3))
