import weaviate


class Store:
    def open(self):
        client = weaviate.Client("http://localhost:8080")
        self.client = client
        return client.is_ready()


print(Store().open())
