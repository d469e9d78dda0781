import weaviate
from weaviate import Tenant, TenantActivityStatus

client = weaviate.Client("http://localhost:8080")
client.schema.add_class_tenants(
    "Note",
    [Tenant("tenantX"), Tenant(name="tenantY", activity_status=TenantActivityStatus.COLD), Tenant("tenantZ", "HOT")],
)
client.schema.update_class_tenants(class_name="Note", tenants=[Tenant("tenantX", activity_status="COLD")])
tenants = client.schema.get_class_tenants("Note")
print(len(tenants), sorted(tenant.name for tenant in tenants))
print(sorted(tenant.name for tenant in tenants if tenant.activity_status == TenantActivityStatus.HOT))
print(sorted(tenant.name for tenant in tenants if tenant.activity_status == "COLD"))
