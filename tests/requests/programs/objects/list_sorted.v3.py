import weaviate

client = weaviate.Client("http://localhost:8080")

page = client.data_object.get(class_name="Author", sort={"properties": ["age", "name"], "order_asc": [False, True]})
print([author["properties"]["name"] for author in page["objects"]])
page = client.data_object.get(class_name="Author", sort={"properties": "name", "order_asc": False}, limit=2)
print([author["properties"]["name"] for author in page["objects"]])
page = client.data_object.get(class_name="Author", sort={"properties": ["_id"]})
print([author["id"] for author in page["objects"]])
