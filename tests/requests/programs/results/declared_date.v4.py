# fix: --unsafe-fixes
import weaviate

client = weaviate.connect_to_local()
SCHEMA = {"class": "Person", "properties": [{"name": "born", "dataType": ["date"]}, {"name": "key", "dataType": ["uuid"]}, {"name": "join_date", "dataType": ["text"]}]}
client.collections.create_from_dict(SCHEMA)
r = client.collections.use("Person").query.fetch_objects(
    return_properties=["born", "key"]
)
for p in r.objects:
    print(p.properties["born"])
