import weaviate


class Search:
    def __init__(self, client: weaviate.WeaviateClient, vector: list):
        self.client = client
        self.vector = vector

    def negate(self):
        self.vector = [-x for x in self.vector]

    def run(self):
        near = {"vector": self.vector}
        self.negate()
        response = self.client.collections.use("Article").query.near_vector(
            near_vector=near["vector"], limit=1, return_properties=["title"]
        )
        return response.objects[0].properties["title"]


print(Search(weaviate.connect_to_local(), [0.1, 0.2, 0.3]).run())
