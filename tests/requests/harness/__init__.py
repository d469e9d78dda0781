"""Runs a program on weaviate-client v3 and its rewrite on v4 against one recording server, and compares what they ask."""
