import weaviate

HEADERS = {"X-Cohere-Api-Key": "co-1"}
client = weaviate.Client("http://localhost:8080", additional_headers=HEADERS)
print(client.is_ready(), sorted(HEADERS))
