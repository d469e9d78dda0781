import weaviate

client = weaviate.connect_to_custom(
    http_host="weaviate.internal",
    http_port=8080,
    http_secure=False,
    grpc_host="weaviate.internal",
    grpc_port=50052,
    grpc_secure=False,
)
print(client.is_ready())
