import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class(
    {"class": "Book", "vectorizer": "text2vec-openai", "moduleConfig": {"qna-openai": {"model": "text-davinci-002"}}}
)
