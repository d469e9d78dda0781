import weaviate

client = weaviate.Client("http://localhost:8080")

prop = "wordCount"
result = client.query.aggregate("Article").with_fields(f"{prop} {{ mean }}").do()
print(result)
