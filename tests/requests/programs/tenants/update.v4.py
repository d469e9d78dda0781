import weaviate
from weaviate.classes.tenants import Tenant, TenantActivityStatus

client = weaviate.connect_to_local()
client.collections.use("Note").tenants.update([Tenant(name="tenantA", activity_status=TenantActivityStatus.INACTIVE)])
