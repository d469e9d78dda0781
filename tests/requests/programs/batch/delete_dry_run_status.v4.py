import weaviate
from weaviate.classes.query import Filter

client = weaviate.connect_to_local()
client.collections.use("Article").data.insert(properties={"title": "dry"}, uuid="a0000000-0000-4000-8000-0000000000d1")
where = Filter.by_property("title").equal("dry")
print(
    [
        {"id": str(obj.uuid), "status": "DRYRUN"}
        for obj in client.collections.use("Article").data.delete_many(where=where, verbose=True, dry_run=True).objects
    ][0]["status"]
)
