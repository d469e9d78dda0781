import weaviate


def figures(client: weaviate.Client):
    return client.query.aggregate("Article").with_meta_count().with_fields("wordCount { sum }").do()


print(figures(weaviate.Client("http://localhost:8080")))
