from weaviate import WeaviateClient as Base
from weaviate.connect import ConnectionParams


class Library(Base):
    def __init__(self):
        super(Library, self).__init__(
            connection_params=ConnectionParams.from_url(
                "http://localhost:8080", grpc_port=50051
            ),
        )
        self.connect()

    def count(self) -> int:
        return len(self.collections.list_all().values())


print(Library().count())
