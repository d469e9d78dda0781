import weaviate
from weaviate.classes.query import MetadataQuery

client = weaviate.connect_to_local()

for author in client.collections.use("Author").query.fetch_objects(
    limit=1, return_metadata=MetadataQuery(creation_time=True, last_update_time=True)
).objects:
    print(round(
        author.metadata.creation_time.timestamp() * 1000
    ), author.properties["name"])
