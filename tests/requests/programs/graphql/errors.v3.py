import weaviate


def titles(client: weaviate.Client, text: str):
    response = client.query.raw(text)
    if response.get("errors"):
        return []
    return response["data"]["Get"]["Article"]


client = weaviate.Client("http://localhost:8080")
print(titles(client, "{ Get { Article(limit: 2) { title } } }"))
print(titles(client, "{ Get { Article("))
