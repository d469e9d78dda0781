import weaviate
from weaviate.classes.query import Metrics


def figures(client: weaviate.WeaviateClient):
    response = client.collections.use("Article").aggregate.over_all(
        total_count=True, return_metrics=Metrics("wordCount").integer(sum_=True)
    )
    return {
        "data": {
            "Aggregate": {
                "Article": [
                    {
                        "meta": {"count": response.total_count},
                        "wordCount": {"sum": response.properties["wordCount"].sum_},
                    },
                ],
            },
        },
    }


print(figures(weaviate.connect_to_local()))
