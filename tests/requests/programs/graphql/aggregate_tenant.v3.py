import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("""{ Aggregate { Note(tenant: "tenantA") { meta { count } } } }""")
print(result["data"]["Aggregate"]["Note"][0]["meta"]["count"])
