import weaviate

client = weaviate.connect_to_local()

client.collections.create_from_dict(
    {"class": "Book", "vectorizer": "none", "invertedIndexConfig": {"bm25": {"k1": 1.5}}}
)
