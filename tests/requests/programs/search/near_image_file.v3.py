import weaviate

client = weaviate.Client("http://localhost:8080")

from pathlib import Path

Path("cat.png").write_bytes(b"a picture")
result = client.query.get("Photo", ["caption"]).with_near_image({"image": "cat.png"}).do()
print(result["data"]["Get"]["Photo"][0]["caption"])
