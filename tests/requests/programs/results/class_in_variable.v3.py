import weaviate

client = weaviate.Client("http://localhost:8080")


def titles() -> list:
    result = client.query.get("Article", ["title"]).with_limit(2).do()

    class_name = "Article"

    if len(result["data"]["Get"][class_name]) == 0:
        return []
    return [a["title"] for a in result["data"]["Get"][class_name]]


print(titles())
