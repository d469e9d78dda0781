import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

for where in [
    Filter.by_ref("hasAuthor").by_property("name").equal("Ada Jones"),
    Filter.by_ref_multi_target("mentions", target_collection="Publication").by_property("name").equal("The Daily"),
    Filter.by_ref_count("hasAuthors").greater_than(1),
]:
    result = client.collections.use("Article").query.fetch_objects(filters=where, return_properties=["title"])
    print([one.properties["title"] for one in result.objects])
