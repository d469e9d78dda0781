# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

def find(near):
    return client.query.get("Article", ["title"]).with_near_text(near).with_limit(3).do()


for hit in find({"concepts": ["pets"], "distance": 0.5})["data"]["Get"]["Article"]:
    print(hit["title"])
