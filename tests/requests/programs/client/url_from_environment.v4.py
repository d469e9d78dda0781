# fix: --unsafe-fixes
import os

import weaviate
from weaviate.classes.init import Auth
from weaviate.connect import ConnectionParams

os.environ["WEAVIATE_URL"] = "https://weaviate.example.com"
client = weaviate.WeaviateClient(
    connection_params=ConnectionParams.from_url(os.environ["WEAVIATE_URL"], grpc_port=50051),
    auth_client_secret=Auth.api_key("secret-key"),
)
client.connect()
print(client.is_ready())
