# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def read(uuid):
    obj = client.collections.use("Publication").query.fetch_object_by_id(uuid)
    return None if obj is None else {
        "class": obj.collection,
        "creationTimeUnix": round(obj.metadata.creation_time.timestamp() * 1000),
        "id": str(obj.uuid),
        "lastUpdateTimeUnix": round(obj.metadata.last_update_time.timestamp() * 1000),
        "properties": obj.properties,
        "vectorWeights": None,
    }


print(read("c0000000-0000-4000-8000-000000000001")["properties"]["name"])
print(read("c0000000-0000-4000-8000-00000000000f"))
