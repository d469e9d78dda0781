# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

for tenant in client.schema.get_class_tenants("Note"):
    print(tenant.name, bool(tenant.activity_status.value))
