import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()

where = Filter.by_property("wordCount").less_than(500)
for one in client.collections.use("Article").data.delete_many(where=where, verbose=True, dry_run=True).objects:
    print(str(one.uuid), "DRYRUN")
for one in client.collections.use("Article").data.delete_many(where=where, verbose=True).objects:
    print(str(one.uuid), ("SUCCESS" if one.successful else "FAILED"))
