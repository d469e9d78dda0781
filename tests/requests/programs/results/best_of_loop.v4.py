import json

import weaviate

client = weaviate.connect_to_local()
hits = client.collections.use("Article").query.fetch_objects(limit=3, return_properties=["title", "wordCount"]).objects
best = None
for h in [obj.properties for obj in hits]:
    if best is None or h["wordCount"] > best["wordCount"]:
        best = h
if best:
    print(best["title"])
print(json.dumps(best, sort_keys=True))
