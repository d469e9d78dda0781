import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Note").with_tenant("tenantA").with_meta_count().do()
print(result["data"]["Aggregate"]["Note"][0]["meta"]["count"])
