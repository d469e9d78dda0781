import weaviate

client = weaviate.connect_to_custom(
    http_host="some-cluster.weaviate.network",
    http_port=443,
    http_secure=True,
    grpc_host="some-cluster.grpc.weaviate.network",
    grpc_port=443,
    grpc_secure=True,
)
print(client.is_ready())
