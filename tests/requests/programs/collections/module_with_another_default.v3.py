import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {"class": "Book", "vectorizer": "text2vec-aws", "moduleConfig": {"text2vec-aws": {"region": "us-east-1", "model": "m"}}}
)
client.schema.create_class(
    {"class": "Film", "vectorizer": "text2vec-ollama", "moduleConfig": {"text2vec-ollama": {"vectorizeClassName": True}}}
)
