"""The recording server: REST, GraphQL and gRPC of Weaviate over a small state in memory, on loopback."""
