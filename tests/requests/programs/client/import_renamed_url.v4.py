# fix: --unsafe-fixes
import os

from weaviate import WeaviateClient as C
from weaviate.connect import ConnectionParams

os.environ["WEAVIATE_URL"] = "http://localhost:8080"
client = C(
    connection_params=ConnectionParams.from_url(
        os.environ["WEAVIATE_URL"], grpc_port=50051
    ),
)
client.connect()
print(client.is_ready())
