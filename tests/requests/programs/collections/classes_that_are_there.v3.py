import weaviate

client = weaviate.Client("http://localhost:8080")

current = client.schema.get()["classes"]
for found in current:
    if found["class"] == "Photo":
        client.schema.delete_class("Photo")
        print("deleted")
if not client.schema.get().get("classes", []):
    print("empty")
