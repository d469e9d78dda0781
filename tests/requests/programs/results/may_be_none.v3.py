import weaviate

client = weaviate.Client("http://localhost:8080")
import sys
r = None
if len(sys.argv) > 100:
    r = client.query.get("Article", ["title"]).with_limit(2).do()
print(r)
hits = None
if len(sys.argv) > 100:
    hits = client.query.get("Article", ["title"]).with_limit(2).do()["data"]["Get"]["Article"]
print(hits)
