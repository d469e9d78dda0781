# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_fields("category { count type topOccurrences { occurs } }").do()
print(result)
