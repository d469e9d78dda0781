import weaviate

client = weaviate.Client("http://localhost:8080")


class Search:
    def __init__(self, client):
        self.client = client

    def many(self, words=None):
        query = self._found("Article").with_additional(["id"])
        if words is not None:
            query = query.with_where({"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words})
        return [hit["_additional"]["id"] for hit in query.with_limit(2).do()["data"]["Get"]["Article"]]


    def _found(self, name):
        return self.client.query.get(name, ["title"])


print(Search(client).many(), Search(client).many(200))
