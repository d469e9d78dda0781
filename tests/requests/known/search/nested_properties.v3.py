import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Author", ["name", "address { city street }"]).with_limit(2).do()
for one in result["data"]["Get"]["Author"]:
    print(one["name"], one["address"]["city"], one["address"]["street"])
