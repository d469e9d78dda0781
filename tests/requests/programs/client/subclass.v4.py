# fix: --unsafe-fixes
import weaviate
from weaviate.classes.init import Auth
from weaviate.connect import ConnectionParams


class Library(weaviate.WeaviateClient):
    """A client that knows its articles."""

    def __init__(self, url, key=None, **kwargs):
        self.key = key
        super().__init__(
            connection_params=ConnectionParams.from_url(url, grpc_port=50051),
            additional_headers={"X-OpenAI-Api-Key": key or "none"},
            **kwargs,
        )
        self.connect()
        self.there = self.collections.exists("Article")

    def titles(self):
        response = self.collections.use("Article").query.fetch_objects(limit=2, return_properties=["title"])
        return [article.properties["title"] for article in response.objects]

    def is_ready(self):
        return self.there and super().is_ready()


def show(library: Library):
    print(isinstance(library, weaviate.WeaviateClient), library.there, library.titles())


show(Library("http://localhost:8080"))
show(Library("http://localhost:8080", key="secret", auth_client_secret=Auth.api_key("x")))
print(Library("http://localhost:8080").is_ready())
