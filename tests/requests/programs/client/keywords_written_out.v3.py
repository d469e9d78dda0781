import weaviate

config = {"url": "http://localhost:8080", "additional_headers": {"X-Cohere-Api-Key": "secret"}}
client = weaviate.Client(**config)
print(client.schema.exists("Article"))


def cloud():
    settings = {
        "url": "https://some.weaviate.network",  # the sandbox
        "auth_client_secret": weaviate.AuthApiKey("secret"),
    }
    return weaviate.Client(**settings)


print(cloud().schema.exists("Author"))
