import weaviate

client = weaviate.Client("http://localhost:8080")
class K:
    r = client.query.get("Article", ["title"]).with_limit(1).do()
    n = len(r["data"]["Get"]["Article"])
    def t(self):
        return self.r["data"]["Get"]["Article"][0]["title"]
print(K().t())
