# fix: --unsafe-fixes
import weaviate


class Store:
    def __init__(self, url="http://localhost:8080"):
        self.client = weaviate.Client(url)

    def ready(self):
        return self.client.is_ready()


print(Store().ready())
