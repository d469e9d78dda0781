import weaviate

client = weaviate.connect_to_local()

for tenant in client.collections.use("Note").tenants.get().values():
    print(tenant.name, tenant.activity_status in ["INACTIVE"])
