import weaviate

client = weaviate.Client(
    "https://oidc.example.com", auth_client_secret=weaviate.AuthBearerToken("token-1", expires_in=300)
)
print(client.query.aggregate("Article").with_meta_count().do()["data"]["Aggregate"]["Article"][0]["meta"]["count"])
