# fix: --unsafe-fixes
import weaviate


class Library(weaviate.Client):
    """A client that knows its articles."""

    def __init__(self, url, key=None, **kwargs):
        self.key = key
        super().__init__(url, additional_headers={"X-OpenAI-Api-Key": key or "none"}, **kwargs)
        self.there = self.schema.exists("Article")

    def titles(self):
        response = self.query.get("Article", ["title"]).with_limit(2).do()
        return [article["title"] for article in response["data"]["Get"]["Article"]]

    def is_ready(self):
        return self.there and super().is_ready()


def show(library: Library):
    print(isinstance(library, weaviate.Client), library.there, library.titles())


show(Library("http://localhost:8080"))
show(Library("http://localhost:8080", key="secret", auth_client_secret=weaviate.AuthApiKey("x")))
print(Library("http://localhost:8080").is_ready())
