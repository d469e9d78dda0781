import weaviate


class Store:
    def open(self):
        client = weaviate.connect_to_local()
        self.client = client
        return client.is_ready()


print(Store().open())
