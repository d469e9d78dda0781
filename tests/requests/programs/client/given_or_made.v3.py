# fix: --unsafe-fixes
import weaviate


class Store:
    def __init__(self, url=None, client=None):
        self.client = client or weaviate.Client(url)

    def has(self, name):
        return self.client.schema.exists(name)


def given(url, client=None):
    client = client if client is not None else weaviate.Client(url)  # one for all
    return client.schema.exists("Article")


def optional(url):
    return weaviate.Client(url, additional_headers={"X-OpenAI-Api-Key": "secret"}) if url else None


def first(clients, url):
    return clients[0] if len(clients) else weaviate.Client(url)


store = Store("http://localhost:8080")
print(store.has("Article"), Store(client=store.client).has("Author"))
print(given("http://localhost:8080"), given(None, store.client))
print(optional(None), optional("http://localhost:8080").schema.exists("Nothing"))
print(first([], "http://localhost:8080").is_live(), first([store.client], "").is_live())
