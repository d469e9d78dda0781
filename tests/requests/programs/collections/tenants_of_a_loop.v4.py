import weaviate
from weaviate.classes.tenants import Tenant

client = weaviate.connect_to_local()

names = ["tenantX", "tenantY"]
client.collections.use("Note").tenants.create([Tenant(name=name) for name in names])
for tenant in client.collections.use("Note").tenants.get().values():
    print(tenant.name)
client.collections.use("Note").tenants.remove(names)
