# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()


class Service:
    def __init__(self, client):
        self.client = client

    def some(self, limit):
        return [
            obj.properties
            for obj in self.client.collections.use("Article").query.fetch_objects(
                limit=limit, return_properties=["title"]
            ).objects
        ]


service = Service(client)
print(service.some(2))
print([
    obj.properties
    for obj in service.client.collections.use("Article").query.fetch_objects(
        limit=1, return_properties=["title"]
    ).objects
])
