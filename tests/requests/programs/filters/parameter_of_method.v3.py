# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


class Articles:
    def __init__(self, client):
        self.client = client

    def find(self, where=None, *, limit=3):
        query = self.client.query.get("Article", ["title"]).with_limit(limit)
        if where:
            query = query.with_where(where)
        return query.do()["data"]["Get"]["Article"]

    def long(self, words, title=None):
        where = {"path": ["wordCount"], "operator": "GreaterThan", "valueInt": words}
        if title is not None:
            where = {"operator": "And", "operands": [where, {"path": ["title"], "operator": "Like", "valueText": title}]}
        return self.find(where, limit=2)


articles = Articles(client)
print(articles.find(), articles.long(200), articles.long(200, "Q*"))
print(articles.find(where={"path": ["title"], "operator": "Equal", "valueText": "Cats and dogs"}))
