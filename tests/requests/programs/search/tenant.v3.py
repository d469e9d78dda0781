import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Note", ["title"]).with_tenant("tenantA").with_limit(5).do()
for note in result["data"]["Get"]["Note"]:
    print(note["title"])
