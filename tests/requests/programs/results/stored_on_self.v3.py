import weaviate

client = weaviate.Client("http://localhost:8080")

class Search:
    def run(self):
        self.result = client.query.get("Article", ["title"]).with_limit(2).do()

    def show(self):
        for one in self.result["data"]["Get"]["Article"]:
            print(one["title"])


search = Search()
search.run()
search.show()
