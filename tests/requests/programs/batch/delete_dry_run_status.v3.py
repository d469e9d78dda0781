import weaviate

client = weaviate.Client("http://localhost:8080")
client.data_object.create({"title": "dry"}, "Article", "a0000000-0000-4000-8000-0000000000d1")
where = {"path": ["title"], "operator": "Equal", "valueText": "dry"}
print(
    client.batch.delete_objects("Article", where, output="verbose", dry_run=True)["results"]["objects"][0]["status"]
)
