from weaviate import Client as WeaviateClient


def connect(headers: dict) -> WeaviateClient:
    return WeaviateClient("http://localhost:8080", additional_headers=headers)


print(connect({"X-Team": "search"}).is_ready())
