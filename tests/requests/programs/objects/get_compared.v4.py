# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()

obj = client.collections.use("Photo").query.fetch_object_by_id(
    "f0000000-0000-4000-8000-0000000000ff"
)
photo = None if obj is None else {
    "class": obj.collection,
    "creationTimeUnix": round(obj.metadata.creation_time.timestamp() * 1000),
    "id": str(obj.uuid),
    "lastUpdateTimeUnix": round(obj.metadata.last_update_time.timestamp() * 1000),
    "properties": obj.properties,
    "vectorWeights": None,
}
print(photo == {"class": "Photo"}, photo or "missing")
