import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


found = {
    "data": {
        "Get": {
            "Article": [
                obj.properties
                for obj in client.collections.use("Article").query.fetch_objects(
                    limit=1, return_properties=["title"]
                ).objects
            ],
            "Author": [
                obj.properties
                for obj in client.collections.use("Author").query.fetch_objects(
                    limit=1, return_properties=["name"]
                ).objects
            ],
        },
    },
}
print(found["data"]["Get"]["Article"], found["data"]["Get"]["Author"])

limit = None
words = 200
filters = None
if words:
    filters = Filter.by_property("wordCount").greater_than(words)
print({
    "Article": [
        obj.properties
        for obj in client.collections.use("Article").query.fetch_objects(
            filters=filters, return_properties=["title"]
        ).objects
    ],
    "Author": [
        obj.properties
        for obj in client.collections.use("Author").query.fetch_objects(limit=2, return_properties=["name"]).objects
    ],
}["Article"])
