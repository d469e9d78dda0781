import weaviate

client = weaviate.Client("http://localhost:8080")

class Store:
    name = "Book"

    def create(self):
        client.schema.create({"classes": [{"class": self.name, "vectorizer": "none", "vectorIndexConfig": {"ef": 10}}]})


Store().create()
