import weaviate
from weaviate.classes.query import Filter, GeoCoordinate

client = weaviate.connect_to_local()

where = Filter.by_property("location").within_geo_range(
    coordinate=GeoCoordinate(latitude=52.4, longitude=13.3), distance=2000
)
result = client.collections.use("Publication").query.fetch_objects(
    filters=where, return_properties=["name", "location"]
)
for one in result.objects:
    print(one.properties["name"], one.properties["location"].latitude)
