import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.query.get("Publication", ["name"]).with_where({"path": ["location"], "operator": "WithinGeoRange", "valueGeoRange": {"geoCoordinates": {"latitude": 52.5, "longitude": 13.25}, "distance": {"max": 2000}}}).do()
for one in result["data"]["Get"]["Publication"]:
    print(one["name"])
