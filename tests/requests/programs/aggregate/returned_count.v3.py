import weaviate


def count(client: weaviate.Client, name: str) -> int:
    result = client.query.aggregate(name).with_meta_count().do()
    return result["data"]["Aggregate"][name][0]["meta"]["count"]


print(count(weaviate.Client("http://localhost:8080"), "Article"))
