# fix: --unsafe-fixes
import weaviate


class Library:
    name = "Article"

    def __init__(self, client):
        self.client = client

    def articles(self, word=None, page=0):
        if word is None:
            return {
                "data": {
                    "Get": {
                        "Article": [
                            {**obj.properties, "_additional": {"id": str(obj.uuid)}}
                            for obj in self.client.collections.use("Article").query.fetch_objects(
                                limit=1, offset=page, return_properties=["title"]
                            ).objects
                        ],
                    },
                },
            }
        return {
            "data": {
                "Get": {
                    "Article": [
                        {**obj.properties, "_additional": {"id": str(obj.uuid)}}
                        for obj in self.client.collections.use("Article").query.bm25(
                            query=word, limit=2, return_properties=["title"]
                        ).objects
                    ],
                },
            },
        }

    def first(self):
        return self.articles()["data"]["Get"]["Article"][0]["_additional"]["id"]

    def find(self, word):
        response = self.articles(word)
        return [article["title"] for article in response["data"]["Get"]["Article"]]


library = Library(weaviate.connect_to_local())
print(library.first(), library.find("food"))
print([library.articles(page=page)["data"]["Get"]["Article"][0]["title"] for page in range(2)])
