import json

import weaviate
from weaviate.classes.query import Metrics

client = weaviate.connect_to_local()

response = client.collections.use("Article").aggregate.over_all(
    total_count=False, return_metrics=Metrics("wordCount").integer(count=True, mean=True)
)
print(json.dumps({
    "data": {
        "Aggregate": {
            "Article": [
                {
                    "wordCount": {
                        "count": response.properties["wordCount"].count,
                        "mean": response.properties["wordCount"].mean,
                    },
                },
            ],
        },
    },
}, indent=2))
