import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_fields("title { count }").do()
print(result["data"]["Aggregate"]["Article"][0]["title"]["count"])
