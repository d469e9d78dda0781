import weaviate

client = weaviate.connect_to_local()

rows = [{"title": "a", "tags": ["x"]}, {"title": "b", "tags": ["y"]}]
with client.batch.dynamic() as batch:
    for row in rows:
        row["tags"].append("z")
        batch.add_object(properties=row, collection="Article")
        row["title"] = "done"
