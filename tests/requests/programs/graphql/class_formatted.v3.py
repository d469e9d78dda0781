import weaviate

client = weaviate.Client("http://localhost:8080")

for name in ["Article", "Publication"]:
    result = client.query.raw(f"{{ Aggregate {{ {name} {{ meta {{ count }} }} }} }}")
    print(result["data"]["Aggregate"][name][0]["meta"]["count"])
