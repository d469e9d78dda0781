import weaviate
from weaviate.classes.tenants import Tenant, TenantActivityStatus

client = weaviate.connect_to_local()
client.collections.use("Note").tenants.create(
    [
        Tenant(name="tenantX"),
        Tenant(name="tenantY", activity_status=TenantActivityStatus.INACTIVE),
        Tenant(name="tenantZ", activity_status=TenantActivityStatus.ACTIVE),
    ],
)
client.collections.use("Note").tenants.update([Tenant(name="tenantX", activity_status=TenantActivityStatus.INACTIVE)])
tenants = list(client.collections.use("Note").tenants.get().values())
print(len(tenants), sorted(tenant.name for tenant in tenants))
print(sorted(tenant.name for tenant in tenants if tenant.activity_status == TenantActivityStatus.ACTIVE))
print(sorted(tenant.name for tenant in tenants if tenant.activity_status == "INACTIVE"))
