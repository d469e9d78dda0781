import weaviate
from weaviate import Tenant

client = weaviate.Client("http://localhost:8080")

client.schema.add_class_tenants("Note", [Tenant(name="tenantD"), Tenant(name="tenantE")])
print([tenant.name for tenant in client.schema.get_class_tenants("Note")])
client.schema.remove_class_tenants("Note", ["tenantE"])
