import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.raw("{ Get { Author(limit: 1) { name } } Aggregate { Author { meta { count } } } }")
print(result["data"]["Get"]["Author"], result["data"]["Aggregate"]["Author"][0]["meta"]["count"])
