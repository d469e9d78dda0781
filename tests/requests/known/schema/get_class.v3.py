import weaviate

client = weaviate.Client("http://localhost:8080")

found = client.schema.get("Note")
print(found["class"], found["vectorizer"], found["multiTenancyConfig"]["enabled"])
