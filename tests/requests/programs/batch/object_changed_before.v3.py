import weaviate

client = weaviate.Client("http://localhost:8080")

rows = [{"title": "a", "tags": ["x"]}, {"title": "b", "tags": ["y"]}]
with client.batch as batch:
    for row in rows:
        row["tags"].append("z")
        batch.add_data_object(row, "Article")
        row["title"] = "done"
