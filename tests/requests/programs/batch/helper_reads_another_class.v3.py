import weaviate

client = weaviate.Client("http://localhost:8080")


def page(offset):
    response = client.query.get("Author", ["name"]).with_limit(1).with_offset(offset).do()
    return response["data"]["Get"]["Author"]


def known(name):
    where = {"path": ["name"], "operator": "Equal", "valueText": name}
    return client.query.get("Author", ["name"]).with_where(where).do()["data"]["Get"]["Author"]


for author in page(0):
    print(author["name"])
with client.batch(batch_size=100) as batch:
    for name in ["Ada Jones", "Nobody"]:
        if not known(name):
            batch.add_data_object({"title": name}, "Article")
