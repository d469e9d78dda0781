import weaviate


class Store:
    def __init__(self, client):
        self.client = client

    def _figures(self, limit):
        result = (
            self.client.query.aggregate("Article")
            .with_meta_count()
            .with_fields("wordCount { mean maximum }")
            .with_near_text({"concepts": ["food"], "certainty": limit})
            .do()
        )
        return result["data"]["Aggregate"]["Article"][0]

    def _count(self):
        return self.client.query.aggregate("Author").with_meta_count().do()

    def show(self):
        figures = self._figures(0.1)
        print(figures["meta"]["count"], figures["wordCount"]["mean"], figures["wordCount"]["maximum"])
        return self._count()["data"]["Aggregate"]["Author"][0]["meta"]["count"]


print(Store(weaviate.Client("http://localhost:8080")).show())
