# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


class Service:
    def __init__(self, client):
        self.client = client

    @property
    def articles(self):
        return self.client.query.get("Article", ["title"])

    def some(self, limit):
        return self.articles.with_limit(limit).do()["data"]["Get"]["Article"]


service = Service(client)
print(service.some(2))
print(service.articles.with_limit(1).do()["data"]["Get"]["Article"])
