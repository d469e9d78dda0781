import weaviate
from weaviate.classes.init import AdditionalConfig
from weaviate.config import ConnectionConfig

client = weaviate.connect_to_local(
    additional_config=AdditionalConfig(
        connection=ConnectionConfig(session_pool_connections=40, session_pool_maxsize=50)
    ),
)
print(client.is_ready())
