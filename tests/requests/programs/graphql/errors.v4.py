import weaviate


def titles(client: weaviate.WeaviateClient, text: str):
    response = client.graphql_raw_query(text)
    if response.errors:
        return []
    return response.get["Article"]


client = weaviate.connect_to_local()
print(titles(client, "{ Get { Article(limit: 2) { title } } }"))
print(titles(client, "{ Get { Article("))
