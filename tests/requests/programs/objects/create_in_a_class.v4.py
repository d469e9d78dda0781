import weaviate

client = weaviate.connect_to_local()


class Store:
    def __init__(self, client: weaviate.WeaviateClient, name: str):
        self.client = client
        self.name = name

    def add(self, data: dict, uuid: str, vector: list) -> str:
        return str(self.client.collections.use(self.name).data.insert(properties=data, uuid=uuid, vector=vector))

    def has(self, uuid: str) -> bool:
        return self.client.collections.use(self.name).data.exists(uuid)


store = Store(client, "Author")
print(store.add({"name": "Ada"}, "12345678-1234-4234-8234-123456789abc", [0.5, 0.25]))
print(store.has("12345678-1234-4234-8234-123456789abc"))
