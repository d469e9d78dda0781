import weaviate

client = weaviate.connect_to_local()
SCHEMA = {"class": "Person", "properties": [{"name": "born", "dataType": ["date"]}, {"name": "join_date", "dataType": ["text"]}]}
client.collections.create_from_dict(SCHEMA)
for p in client.collections.use("Person").query.fetch_objects(
    return_properties=["join_date"]
).objects:
    print(p.properties["join_date"])
