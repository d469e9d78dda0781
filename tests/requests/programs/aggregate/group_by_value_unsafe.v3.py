# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.aggregate("Article").with_fields("meta { count } groupedBy { value }").with_group_by_filter(["category"]).do()
counts = {group["groupedBy"]["value"]: group["meta"]["count"] for group in result["data"]["Aggregate"]["Article"]}
print(counts)
