import weaviate

client = weaviate.connect_to_local()

result = client.collections.use("Note").with_tenant("tenantA").aggregate.over_all(
    total_count=True
)
print(result.total_count)
