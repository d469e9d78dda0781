import weaviate


class Store:
    def __init__(self):
        self.client = weaviate.connect_to_local()

    def titles(self, limit):
        result = self.client.collections.use("Article").query.fetch_objects(
            limit=limit, return_properties=["title"]
        )
        return [one.properties["title"] for one in result.objects]


print(Store().titles(2))
