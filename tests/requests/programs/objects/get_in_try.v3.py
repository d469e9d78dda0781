# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


def caption(uid):
    photo = client.data_object.get_by_id(uid, class_name="Photo")
    try:
        return photo["properties"]["caption"]
    except TypeError:
        return None


print(caption("f0000000-0000-4000-8000-000000000001"))
