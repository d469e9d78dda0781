import weaviate

client = weaviate.Client(
    url="https://some-cluster.weaviate.network",
    auth_client_secret=weaviate.AuthApiKey(api_key="secret-key"),
    additional_headers={"X-OpenAI-Api-Key": "sk-123"},
)
answer = client.query.get("Article", ["title"]).with_limit(1).do()
print(answer["data"]["Get"]["Article"][0]["title"])
