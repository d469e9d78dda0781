import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_fields("category { topOccurrences(limit: 1) { value } }").do()
print(result["data"]["Aggregate"]["Article"][0]["category"]["topOccurrences"][0]["value"])
print(len(result["data"]["Aggregate"]["Article"][0]["category"]["topOccurrences"]))
