import weaviate

client = weaviate.connect_to_local()
class K:
    r = {
        "data": {
            "Get": {
                "Article": [
                    obj.properties
                    for obj in client.collections.use("Article").query.fetch_objects(
                        limit=1, return_properties=["title"]
                    ).objects
                ],
            },
        },
    }
    n = len(r["data"]["Get"]["Article"])
    def t(self):
        return self.r["data"]["Get"]["Article"][0]["title"]
print(K().t())
