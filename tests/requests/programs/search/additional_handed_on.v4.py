import weaviate

client = weaviate.connect_to_local()


def _first(name, fields, more="vector"):
    return client.collections.use(name).query.fetch_objects(
        limit=1, include_vector=True, return_properties=["title"]
    ).objects[0]


print(_first("Article", ["id"]).properties["title"])
article = _first("Article", fields=["id"])
print(str(article.uuid), article.vector["default"][:2])
