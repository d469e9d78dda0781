import weaviate


def titles(client: weaviate.WeaviateClient, text: str):
    return client.graphql_raw_query(text).get["Article"]


print(titles(weaviate.connect_to_local(), "{ Get { Article(limit: 2) { title } } }"))
