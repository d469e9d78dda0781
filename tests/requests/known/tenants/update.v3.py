import weaviate
from weaviate import Tenant, TenantActivityStatus

client = weaviate.Client("http://localhost:8080")
client.schema.update_class_tenants("Note", [Tenant(name="tenantA", activity_status=TenantActivityStatus.COLD)])
