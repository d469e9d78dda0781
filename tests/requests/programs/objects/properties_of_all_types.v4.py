from datetime import datetime, timezone

import weaviate
from weaviate.classes.data import ReferenceToMulti

client = weaviate.connect_to_local()

client.collections.use("Article").data.insert(
    properties={
        "title": "All",
        "tags": ["a"],
        "wordCount": 5,
        "ratings": [1, 2],
        "price": 2.5,
        "scores": [1.0, 2.25],
        "published": True,
        "publicationDate": datetime(2024, 1, 2, 3, 4, tzinfo=timezone.utc).isoformat(),
        "summary": None,
    },
    references={
        "hasAuthor": ReferenceToMulti(target_collection="Author", uuids="b0000000-0000-4000-8000-000000000001")
    },
)
client.collections.use("Author").data.insert(
    properties={"name": "Dan", "address": {"street": "1", "city": "Bonn"}}, uuid="b0000000-0000-4000-8000-00000000000a"
)
client.collections.use("Publication").data.insert(
    properties={"name": "P", "location": {"latitude": 1.1, "longitude": 2.2}}
)
