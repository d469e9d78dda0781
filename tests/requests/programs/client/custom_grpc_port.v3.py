import weaviate
from weaviate import Config

client = weaviate.Client("http://weaviate.internal:8080", additional_config=Config(grpc_port_experimental=50052))
print(client.is_ready())
