# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

tenant = "tenantA"
uuid = client.data_object.create({"title": "Hello"}, "Note", tenant=tenant)
client.data_object.update({"title": "Bye"}, "Note", uuid, tenant=tenant)
client.data_object.replace({"title": "New"}, "Note", uuid, tenant=tenant)
print(client.data_object.exists(uuid, "Note", tenant=tenant))
print(client.data_object.get_by_id(uuid, class_name="Note", tenant=tenant)["properties"]["title"])
client.data_object.delete(uuid, "Note", tenant=tenant)
