# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

tenant = "tenantA"
uuid = client.collections.use("Note").with_tenant(tenant).data.insert(properties={"title": "Hello"})
client.collections.use("Note").with_tenant(tenant).data.update(properties={"title": "Bye"}, uuid=uuid)
client.collections.use("Note").with_tenant(tenant).data.replace(properties={"title": "New"}, uuid=uuid)
print(client.collections.use("Note").with_tenant(tenant).data.exists(uuid))
print(client.collections.use("Note").with_tenant(tenant).query.fetch_object_by_id(uuid).properties["title"])
client.collections.use("Note").with_tenant(tenant).data.delete_by_id(uuid)
