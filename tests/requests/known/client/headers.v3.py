import weaviate

client = weaviate.Client("http://localhost:8080", additional_headers={"X-Cohere-Api-Key": "co-1", "X-Team": "search"})
print(client.schema.exists("Article"))
