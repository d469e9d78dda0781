import weaviate

client = weaviate.Client("http://localhost:8080")

query = """{ Get { Photo(nearImage: {image: "aGVsbG8=", certainty: 0.5}, limit: 1) { caption } } }"""
print(client.query.raw(query)["data"]["Get"]["Photo"][0]["caption"])
