import weaviate

client = weaviate.Client("http://localhost:8080")

names = ["tenantX", "tenantY"]
client.schema.add_class_tenants("Note", [weaviate.Tenant(name=name) for name in names])
for tenant in client.schema.get_class_tenants("Note"):
    print(tenant.name)
client.schema.remove_class_tenants("Note", tenants=names)
