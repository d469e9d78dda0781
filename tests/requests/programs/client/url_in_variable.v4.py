# fix: --unsafe-fixes
import os

import weaviate
from weaviate.connect import ConnectionParams

url = os.environ.get("WEAVIATE_URL", "http://weaviate:8080")
client = weaviate.WeaviateClient(
    connection_params=ConnectionParams.from_url(url, grpc_port=50051)
)
client.connect()
print(client.is_ready())
