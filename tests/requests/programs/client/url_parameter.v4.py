# fix: --unsafe-fixes
import weaviate
from weaviate.connect import ConnectionParams


class Store:
    def __init__(self, url="http://localhost:8080"):
        self.client = weaviate.WeaviateClient(
            connection_params=ConnectionParams.from_url(url, grpc_port=50051)
        )
        self.client.connect()

    def ready(self):
        return self.client.is_ready()


print(Store().ready())
