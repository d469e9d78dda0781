import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Photo", ["caption"])
    .with_near_video({"video": "aGVsbG8=", "distance": 0.3}, encode=False)
    .with_limit(1)
    .do()
)
print(result["data"]["Get"]["Photo"][0]["caption"])
