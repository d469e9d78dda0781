import weaviate


class Store:
    def __init__(self, client):
        self._client = client

    def _articles(self, limit):
        response = self._client.query.get("Article", ["title"]).with_limit(limit).with_additional("id").do()
        return response["data"]["Get"]["Article"]

    def _first(self):
        articles = self._articles(1)
        return articles[0] if articles else None

    def _some(self, limit):
        return self._articles(limit)

    def first(self):
        article = self._first()
        return article["title"] if article else ""

    def ids(self):
        return {article["title"]: article["_additional"]["id"] for article in self._some(2)}

    def count(self):
        def described(articles, word="of"):
            return f"{len(articles)} {word} {articles[0]['title']}"

        return described(self._some(3), word="from")


store = Store(weaviate.Client("http://localhost:8080"))
print(store.ids())
print(store.count(), store.first())
