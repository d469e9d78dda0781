# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


def caption(uid):
    photo = client.collections.use("Photo").query.fetch_object_by_id(uid)
    try:
        return photo.properties["caption"]
    except TypeError:
        return None


print(caption("f0000000-0000-4000-8000-000000000001"))
