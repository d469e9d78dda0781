import weaviate


class Store:
    def __init__(self, client):
        self._client = client

    def _articles(self, limit):
        response = self._client.collections.use("Article").query.fetch_objects(limit=limit, return_properties=["title"])
        return response.objects

    def _first(self):
        articles = self._articles(1)
        return articles[0] if articles else None

    def _some(self, limit):
        return self._articles(limit)

    def first(self):
        article = self._first()
        return article.properties["title"] if article else ""

    def ids(self):
        return {article.properties["title"]: str(article.uuid) for article in self._some(2)}

    def count(self):
        def described(articles, word="of"):
            return f"{len(articles)} {word} {articles[0].properties['title']}"

        return described(self._some(3), word="from")


store = Store(weaviate.connect_to_local())
print(store.ids())
print(store.count(), store.first())
