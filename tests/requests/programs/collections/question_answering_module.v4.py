import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {"class": "Book", "vectorizer": "text2vec-openai", "moduleConfig": {"qna-openai": {"model": "text-davinci-002"}}}
)
