import weaviate

client = weaviate.Client("http://localhost:8080")


class Store:
    def __init__(self, client: weaviate.Client, name: str):
        self.client = client
        self.name = name

    def add(self, data: dict, uuid: str, vector: list) -> str:
        return self.client.data_object.create(data_object=data, class_name=self.name, uuid=uuid, vector=vector)

    def has(self, uuid: str) -> bool:
        return self.client.data_object.exists(uuid, class_name=self.name)


store = Store(client, "Author")
print(store.add({"name": "Ada"}, "12345678-1234-4234-8234-123456789abc", [0.5, 0.25]))
print(store.has("12345678-1234-4234-8234-123456789abc"))
