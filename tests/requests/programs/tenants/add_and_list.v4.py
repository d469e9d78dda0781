import weaviate
from weaviate.classes.tenants import Tenant

client = weaviate.connect_to_local()

client.collections.use("Note").tenants.create([Tenant(name="tenantD"), Tenant(name="tenantE")])
print([tenant.name for tenant in client.collections.use("Note").tenants.get().values()])
client.collections.use("Note").tenants.remove(["tenantE"])
