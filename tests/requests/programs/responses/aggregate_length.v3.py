import weaviate

client = weaviate.Client("http://localhost:8080")


def count():
    result = client.query.aggregate("Article").with_meta_count().do()
    if len(result["data"]["Aggregate"]["Article"]) > 0:
        return result["data"]["Aggregate"]["Article"][0]["meta"]["count"]
    return 0


print(count())
