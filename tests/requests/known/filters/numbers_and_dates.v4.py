from datetime import datetime, timezone

import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

for where in [
    Filter.by_property("price").less_or_equal(1.0),
    Filter.by_property("price").greater_than(2.5),
    Filter.by_property("publicationDate").less_than(datetime(2023, 3, 1, 12, tzinfo=timezone.utc)),
    Filter.by_property("wordCount").not_equal(300),
]:
    result = client.collections.use("Article").query.fetch_objects(filters=where, return_properties=["title"])
    print([one.properties["title"] for one in result.objects])
