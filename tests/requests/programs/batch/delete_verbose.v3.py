import weaviate

client = weaviate.Client("http://localhost:8080")

result = client.batch.delete_objects(
    "Article", {"path": ["wordCount"], "operator": "LessThan", "valueInt": 500}, output="verbose"
)
for one in result["results"]["objects"]:
    print(one["id"])
