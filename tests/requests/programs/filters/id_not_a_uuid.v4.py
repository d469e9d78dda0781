import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

for where in (1, 2):
    result = client.collections.use("Article").query.fetch_objects(
        filters=Filter.by_property("id").not_equal("not a uuid"), return_properties=["title"]
    )
    print(len(result.objects))

client.collections.use("Photo").data.delete_many(where=Filter.by_property("id").not_equal(""))
print(client.collections.use("Photo").aggregate.over_all(total_count=True).total_count)
