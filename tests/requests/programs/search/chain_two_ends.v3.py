import weaviate

client = weaviate.Client("http://localhost:8080")

def page(cursor=None):
    query = client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(2)
    if cursor is not None:
        result = query.with_after(cursor).do()
    else:
        result = query.do()
    return [one["title"] for one in result["data"]["Get"]["Article"]]


print(page(), page("a0000000-0000-4000-8000-000000000002"))
