import weaviate

client = weaviate.Client("http://localhost:8080")

where = {"path": ["wordCount"], "operator": "LessThan", "valueInt": 500}
for one in client.batch.delete_objects("Article", where, output="verbose", dry_run=True)["results"]["objects"]:
    print(one["id"], one["status"])
for one in client.batch.delete_objects("Article", where, output="verbose")["results"]["objects"]:
    print(one["id"], one["status"])
