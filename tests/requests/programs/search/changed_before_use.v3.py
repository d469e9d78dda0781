import weaviate


class Search:
    def __init__(self, client: weaviate.Client, vector: list):
        self.client = client
        self.vector = vector

    def negate(self):
        self.vector = [-x for x in self.vector]

    def run(self):
        near = {"vector": self.vector}
        self.negate()
        response = self.client.query.get("Article", ["title"]).with_near_vector(near).with_limit(1).do()
        return response["data"]["Get"]["Article"][0]["title"]


print(Search(weaviate.Client("http://localhost:8080"), [0.1, 0.2, 0.3]).run())
