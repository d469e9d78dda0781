# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

for article in client.data_object.get(class_name="Article", limit=2)["objects"]:
    print(article["id"], article["properties"]["hasAuthor"][0]["href"])
