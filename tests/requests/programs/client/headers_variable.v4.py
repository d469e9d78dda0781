import weaviate

HEADERS = {"X-Cohere-Api-Key": "co-1"}
client = weaviate.connect_to_local(headers=HEADERS)
print(client.is_ready(), sorted(HEADERS))
