# fix: --unsafe-fixes
import weaviate
from weaviate.connect import ConnectionParams


class Store:
    def __init__(self, url=None, client=None):
        if not client:
            self.client = weaviate.WeaviateClient(connection_params=ConnectionParams.from_url(url, grpc_port=50051))
            self.client.connect()
        else:
            self.client = client

    def has(self, name):
        return self.client.collections.exists(name)


def given(url, client=None):
    if client is None:
        client = weaviate.WeaviateClient(connection_params=ConnectionParams.from_url(url, grpc_port=50051))  # one for all
        client.connect()
    return client.collections.exists("Article")


def optional(url):
    if url:
        client = weaviate.WeaviateClient(
            connection_params=ConnectionParams.from_url(url, grpc_port=50051),
            additional_headers={"X-OpenAI-Api-Key": "secret"},
        )
        client.connect()
        return client
    return None


def first(clients, url):
    if not len(clients):
        client = weaviate.WeaviateClient(connection_params=ConnectionParams.from_url(url, grpc_port=50051))
        client.connect()
        return client
    return clients[0]


store = Store("http://localhost:8080")
print(store.has("Article"), Store(client=store.client).has("Author"))
print(given("http://localhost:8080"), given(None, store.client))
print(optional(None), optional("http://localhost:8080").collections.exists("Nothing"))
print(first([], "http://localhost:8080").is_live(), first([store.client], "").is_live())
