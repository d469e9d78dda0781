# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

photo = client.collections.use("Photo").query.fetch_object_by_id(
    "f0000000-0000-4000-8000-000000000001"
)
for key in ("caption",):
    print(photo.properties[key])
