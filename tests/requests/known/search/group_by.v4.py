import weaviate
from weaviate.classes.query import GroupBy, MetadataQuery

client = weaviate.connect_to_local()

result = client.collections.use("Article").query.near_text(
    query="animals",
    distance=0.9,
    group_by=GroupBy(prop="category", number_of_groups=2, objects_per_group=2),
    return_metadata=MetadataQuery(distance=True),
    return_properties=["title"],
)
for group in result.groups.values():
    print(group.name, group.number_of_objects)
    for hit in group.objects:
        print(hit.properties["title"], str(hit.uuid), hit.metadata.distance)
