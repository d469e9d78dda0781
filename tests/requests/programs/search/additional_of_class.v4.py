# fix: --unsafe-fixes
import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()


class Store:
    FIELDS = ["id", "distance"]
    _times = ["creationTimeUnix"]

    def find(self, text):
        response = client.collections.use("Article").query.near_text(
            query=[text], limit=2, return_metadata=MetadataQuery(distance=True), return_properties=["title"]
        )
        for article in response.objects:
            print(article.properties["title"], str(article.uuid), article.metadata.distance)
        return len(self.FIELDS)

    def times(self):
        return str(
            round(
                client.collections.use("Article").query.fetch_objects(
                    limit=1, return_metadata=MetadataQuery(creation_time=True), return_properties=["title"]
                ).objects[0].metadata.creation_time.timestamp() * 1000,
            ),
        )


print(Store().find("food"), Store().times())
