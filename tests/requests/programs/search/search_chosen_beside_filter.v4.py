import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()


def search(text=None, asin=None):
    try:
        filters = None
        if asin:
            filters = Filter.by_property("title").equal(asin.upper())
        if text and not asin:
            result = client.collections.use("Article").query.near_text(
                query=[text], filters=filters, return_properties=["title"]
            )
        else:
            result = client.collections.use("Article").query.fetch_objects(filters=filters, return_properties=["title"])
        return [obj.properties for obj in result.objects]
    except ValueError:
        return []


print(search("rain"), search(asin="Cats and dogs"), search())
