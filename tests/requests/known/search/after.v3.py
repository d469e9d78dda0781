import weaviate

client = weaviate.Client("http://localhost:8080")

cursor = None
while True:
    query = client.query.get("Article", ["title"]).with_additional(["id"]).with_limit(4)
    if cursor is not None:
        query = query.with_after(cursor)
    page = query.do()["data"]["Get"]["Article"]
    if not page:
        break
    print([one["title"] for one in page])
    cursor = page[-1]["_additional"]["id"]
