# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

count = 0
result = client.query.aggregate("Article").with_meta_count().do()
if "data" in result and "Aggregate" in result["data"]:
    count = result["data"]["Aggregate"]["Article"][0]["meta"]["count"]
print(count)
