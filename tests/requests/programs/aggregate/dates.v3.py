import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_fields("publicationDate { count minimum maximum median mode }").do()
print(result["data"]["Aggregate"]["Article"][0]["publicationDate"]["maximum"])
