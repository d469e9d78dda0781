# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

result = client.collections.use("Article").aggregate.over_all(
    total_count=False,
    return_metrics=Metrics("category").text(count=True, top_occurrences_count=True, top_occurrences_value=True),
)
print({
    "data": {
        "Aggregate": {
            "Article": [
                {
                    "category": {
                        "count": result.properties["category"].count,
                        "type": "text",
                        "topOccurrences": [
                            {"occurs": top.count} for top in result.properties["category"].top_occurrences
                        ],
                    },
                },
            ],
        },
    },
})
