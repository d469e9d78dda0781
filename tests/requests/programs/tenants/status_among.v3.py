import weaviate

client = weaviate.Client("http://localhost:8080")

for tenant in client.schema.get_class_tenants("Note"):
    print(tenant.name, tenant.activity_status in ["COLD"])
