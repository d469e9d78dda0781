import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

for where in [
    Filter.by_ref_multi_target("hasAuthor", "Author").by_property("name").equal("Ada Jones"),
    Filter.by_ref_multi_target("mentions", "Publication").by_property("name").equal("The Daily"),
    Filter.by_property("hasAuthors").greater_than(1),
]:
    result = client.collections.use("Article").query.fetch_objects(filters=where, return_properties=["title"])
    print([one.properties["title"] for one in result.objects])
