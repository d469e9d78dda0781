import weaviate

client = weaviate.Client("http://localhost:8080")

where = {
    "path": ["location"],
    "operator": "WithinGeoRange",
    "valueGeoRange": {"geoCoordinates": {"latitude": 52.4, "longitude": 13.3}, "distance": {"max": 2000}},
}
result = client.query.get("Publication", ["name", "location { latitude longitude }"]).with_where(where).do()
for one in result["data"]["Get"]["Publication"]:
    print(one["name"], one["location"]["latitude"])
