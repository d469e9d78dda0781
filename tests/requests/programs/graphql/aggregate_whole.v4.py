import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

response = client.collections.use("Article").aggregate.over_all(
    total_count=True,
    return_metrics=Metrics("category").text(
        top_occurrences_count=True, top_occurrences_value=True, limit=2
    ),
)
print({
    "data": {
        "Aggregate": {
            "Article": [
                {
                    "meta": {"count": response.total_count},
                    "category": {
                        "topOccurrences": [
                            {"value": top.value, "occurs": top.count}
                            for top in response.properties["category"].top_occurrences
                        ],
                    },
                },
            ],
        },
    },
})
