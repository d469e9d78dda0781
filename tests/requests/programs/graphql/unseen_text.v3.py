import weaviate


def titles(client: weaviate.Client, text: str):
    return client.query.raw(text)["data"]["Get"]["Article"]


print(titles(weaviate.Client("http://localhost:8080"), "{ Get { Article(limit: 2) { title } } }"))
