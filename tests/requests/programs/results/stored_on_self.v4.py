import weaviate

client = weaviate.connect_to_local()

class Search:
    def run(self):
        self.result = {
            "data": {
                "Get": {
                    "Article": [
                        obj.properties
                        for obj in client.collections.use("Article").query.fetch_objects(
                            limit=2, return_properties=["title"]
                        ).objects
                    ],
                },
            },
        }

    def show(self):
        for one in self.result["data"]["Get"]["Article"]:
            print(one["title"])


search = Search()
search.run()
search.show()
