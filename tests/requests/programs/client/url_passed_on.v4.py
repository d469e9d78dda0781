# fix: --unsafe-fixes
import sys

import weaviate
from weaviate.connect import ConnectionParams


class Store:
    def __init__(self, client: weaviate.WeaviateClient):
        self.client = client


url = "http://weaviate:8080" if len(sys.argv) == 1 else sys.argv[1]
client = weaviate.WeaviateClient(
    connection_params=ConnectionParams.from_url(url, grpc_port=50051)
)
client.connect()
store = Store(client)
print(store.client.is_ready())
