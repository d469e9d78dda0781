import weaviate
from weaviate.classes.query import Metrics


class Store:
    def __init__(self, client):
        self.client = client

    def _figures(self, limit):
        result = self.client.collections.use("Article").aggregate.near_text(
            query=["food"],
            certainty=limit,
            total_count=True,
            return_metrics=Metrics("wordCount").integer(mean=True, maximum=True),
        )
        return result

    def _count(self):
        return self.client.collections.use("Author").aggregate.over_all(
            total_count=True
        )

    def show(self):
        figures = self._figures(0.1)
        print(figures.total_count, figures.properties["wordCount"].mean, figures.properties["wordCount"].maximum)
        return self._count().total_count


print(Store(weaviate.connect_to_local()).show())
