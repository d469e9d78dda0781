# fix: --unsafe-fixes
import weaviate


class Library:
    name = "Article"

    def __init__(self, client):
        self.client = client

    def articles(self, word=None, page=0):
        query = self.client.query.get("Article", ["title"]).with_additional(["id"])
        if word is None:
            return query.with_limit(1).with_offset(page)
        query = query.with_bm25(query=word)
        return query.with_limit(2)

    def first(self):
        return self.articles().do()["data"]["Get"]["Article"][0]["_additional"]["id"]

    def find(self, word):
        response = self.articles(word).do()
        return [article["title"] for article in response["data"]["Get"]["Article"]]


library = Library(weaviate.Client("http://localhost:8080"))
print(library.first(), library.find("food"))
print([library.articles(page=page).do()["data"]["Get"]["Article"][0]["title"] for page in range(2)])
