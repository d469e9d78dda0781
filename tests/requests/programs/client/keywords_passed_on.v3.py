# fix: --unsafe-fixes
import weaviate


def connect(url="http://localhost:8080", **kwargs):
    client = weaviate.Client(url=url, **kwargs)
    print(client.is_ready())
    return client


print(connect().schema.exists("Article"))
print(connect(additional_headers={"X-OpenAI-Api-Key": "secret"}).schema.exists("Author"))
