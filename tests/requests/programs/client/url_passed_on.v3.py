# fix: --unsafe-fixes
import sys

import weaviate


class Store:
    def __init__(self, client: weaviate.Client):
        self.client = client


url = "http://weaviate:8080" if len(sys.argv) == 1 else sys.argv[1]
store = Store(weaviate.Client(url))
print(store.client.is_ready())
