# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
r = client.query.get("Article", ["title"]).with_limit(1).do()
try:
    print(r["data"]["Get"]["Article"][0]["nothing"])
except KeyError as e:
    print("KeyError", e)
try:
    print(r["data"]["Get"]["Author"])
except KeyError as e:
    print("KeyError", e)
