from datetime import datetime, timezone

import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

for where in [
    Filter.by_id().equal("a0000000-0000-4000-8000-000000000003"),
    Filter.by_creation_time().greater_than(datetime.fromtimestamp(1700000006, tz=timezone.utc)),
    Filter.by_property("title", length=True).less_than(11),
    Filter.by_property("summary").is_none(False),
    Filter.by_property("tags").contains_all(["animals", "tag1"]),
]:
    result = client.collections.use("Article").query.fetch_objects(filters=where, return_properties=["title"])
    print([one.properties["title"] for one in result.objects])
