import weaviate

client = weaviate.Client("http://localhost:8080")

schema = client.schema.get()
names = [found["class"] for found in schema["classes"]]
print(sorted(names), len(schema["classes"]), "Article" in names)
