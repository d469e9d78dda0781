import weaviate

client = weaviate.Client("http://localhost:8080")

client.batch.configure(callback=None)
client.batch.add_data_object({"title": "Good"}, "Note", tenant="tenantA")
client.batch.add_data_object({"title": "Bad"}, "Note")
for result in client.batch.create_objects():
    if "errors" in result["result"]:
        print(result["result"]["errors"]["error"][0]["message"])
