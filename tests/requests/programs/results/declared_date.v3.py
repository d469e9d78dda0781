# fix: --unsafe-fixes
import weaviate

client = weaviate.Client("http://localhost:8080")
SCHEMA = {"class": "Person", "properties": [{"name": "born", "dataType": ["date"]}, {"name": "key", "dataType": ["uuid"]}, {"name": "join_date", "dataType": ["text"]}]}
client.schema.create_class(SCHEMA)
r = client.query.get("Person", ["born", "key"]).do()
for p in r["data"]["Get"]["Person"]:
    print(p["born"])
