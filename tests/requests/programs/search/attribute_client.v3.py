import weaviate


class Store:
    def __init__(self):
        self.client = weaviate.Client("http://localhost:8080")

    def titles(self, limit):
        result = self.client.query.get("Article", ["title"]).with_limit(limit).do()
        return [one["title"] for one in result["data"]["Get"]["Article"]]


print(Store().titles(2))
