import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("""{ Get { Note(tenant: "tenantA", consistencyLevel: ONE) { title } } }""")
print([note["title"] for note in result["data"]["Get"]["Note"]])
