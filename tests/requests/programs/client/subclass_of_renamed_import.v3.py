from weaviate import Client as Base


class Library(Base):
    def __init__(self):
        super(Library, self).__init__("http://localhost:8080")

    def count(self) -> int:
        return len(self.schema.get()["classes"])


print(Library().count())
