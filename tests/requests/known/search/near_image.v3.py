import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Photo", ["caption"]).with_near_image({"image": "aGVsbG8="}, encode=False).do()
print(result["data"]["Get"]["Photo"][0]["caption"])
