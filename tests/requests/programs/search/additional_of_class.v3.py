# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")


class Store:
    FIELDS = ["id", "distance"]
    _times = ["creationTimeUnix"]

    def find(self, text):
        response = (
            client.query.get("Article", ["title"])
            .with_near_text({"concepts": [text]})
            .with_additional(self.FIELDS)
            .with_limit(2)
            .do()
        )
        for article in response["data"]["Get"]["Article"]:
            print(article["title"], article["_additional"]["id"], article["_additional"]["distance"])
        return len(self.FIELDS)

    def times(self):
        query = client.query.get("Article", ["title"]).with_additional(Store._times).with_limit(1)
        return query.do()["data"]["Get"]["Article"][0]["_additional"]["creationTimeUnix"]


print(Store().find("food"), Store().times())
