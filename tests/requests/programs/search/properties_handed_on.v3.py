# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
props = ["title"]
def more(p):
    p.append("summary")
more(props)
print(sorted(client.query.get("Article", props).with_limit(1).do()["data"]["Get"]["Article"][0]))
