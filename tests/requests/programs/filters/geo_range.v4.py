import weaviate
from weaviate.classes.query import Filter, GeoCoordinate

client = weaviate.connect_to_local()

result = client.collections.use("Publication").query.fetch_objects(
    filters=Filter.by_property("location").within_geo_range(
        coordinate=GeoCoordinate(latitude=52.5, longitude=13.25), distance=2000
    ),
    return_properties=["name"],
)
for one in result.objects:
    print(one.properties["name"])
