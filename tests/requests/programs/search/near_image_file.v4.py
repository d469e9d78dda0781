import weaviate

client = weaviate.connect_to_local()

from pathlib import Path

Path("cat.png").write_bytes(b"a picture")
result = client.collections.use("Photo").query.near_image(near_image=Path("cat.png"), return_properties=["caption"])
print(result.objects[0].properties["caption"])
