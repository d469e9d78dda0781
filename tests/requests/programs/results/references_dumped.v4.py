import weaviate
from weaviate.classes.query import QueryReference

client = weaviate.connect_to_local()

import json

result = client.collections.use("Article").query.fetch_objects(
    limit=2,
    return_properties=["title"],
    return_references=QueryReference.MultiTarget(
        link_on="hasAuthor", target_collection="Author", return_properties=["name"]
    ),
)
print(json.dumps([
    {
        **obj.properties,
        "hasAuthor": [
            {**ref.properties, "_additional": {"id": str(ref.uuid)}} for ref in obj.references["hasAuthor"].objects
        ] if "hasAuthor" in obj.references else None,
    }
    for obj in result.objects
], sort_keys=True))
