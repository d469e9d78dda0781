from weaviate import WeaviateClient, connect_to_local


def connect(headers: dict) -> WeaviateClient:
    return connect_to_local(headers=headers)


print(connect({"X-Team": "search"}).is_ready())
