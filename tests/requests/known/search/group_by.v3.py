import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_near_text({"concepts": ["animals"], "distance": 0.9})
    .with_group_by(properties=["category"], groups=2, objects_per_group=2)
    .with_additional("group { id count groupedBy { value } hits { title _additional { id distance } } }")
    .do()
)
for one in result["data"]["Get"]["Article"]:
    group = one["_additional"]["group"]
    print(group["groupedBy"]["value"], group["count"])
    for hit in group["hits"]:
        print(hit["title"], hit["_additional"]["id"], hit["_additional"]["distance"])
