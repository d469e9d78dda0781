import json

import weaviate

client = weaviate.Client("http://localhost:8080")
hits = client.query.get("Article", ["title", "wordCount"]).with_limit(3).do()["data"]["Get"]["Article"]
best = None
for h in hits:
    if best is None or h["wordCount"] > best["wordCount"]:
        best = h
if best:
    print(best["title"])
print(json.dumps(best, sort_keys=True))
