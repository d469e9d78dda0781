import weaviate

client = weaviate.Client("http://localhost:8080")

client.schema.create_class({"class": "Book", "vectorizer": "none", "invertedIndexConfig": {"bm25": {"k1": 1.5}}})
