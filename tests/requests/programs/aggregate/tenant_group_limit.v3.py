# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.aggregate("Note")
    .with_tenant("tenantA")
    .with_group_by_filter(["title"])
    .with_limit(1)
    .with_fields("groupedBy { value }")
    .with_meta_count()
    .do()
)
print([(one["groupedBy"]["value"], one["meta"]["count"]) for one in result["data"]["Aggregate"]["Note"]])
