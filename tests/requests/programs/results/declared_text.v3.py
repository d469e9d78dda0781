import weaviate

client = weaviate.Client("http://localhost:8080")
SCHEMA = {"class": "Person", "properties": [{"name": "born", "dataType": ["date"]}, {"name": "join_date", "dataType": ["text"]}]}
client.schema.create_class(SCHEMA)
for p in client.query.get("Person", ["join_date"]).do()["data"]["Get"]["Person"]:
    print(p["join_date"])
