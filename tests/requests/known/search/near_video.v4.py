import weaviate
from weaviate.classes.query import NearMediaType

client = weaviate.connect_to_local()

result = client.collections.use("Photo").query.near_media(
    media="aGVsbG8=", media_type=NearMediaType.VIDEO, distance=0.3, limit=1, return_properties=["caption"]
)
print(result.objects[0].properties["caption"])
