# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.update_config("Article", {"moduleConfig": {"generative-openai": {"model": "gpt-4"}, "reranker-cohere": {}}})
