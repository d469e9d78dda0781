import weaviate
from weaviate import Config, ConnectionConfig

config = Config(connection_config=ConnectionConfig(session_pool_connections=40, session_pool_maxsize=50))
client = weaviate.Client("http://localhost:8080", additional_config=config)
print(client.is_ready())
