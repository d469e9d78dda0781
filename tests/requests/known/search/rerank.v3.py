import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_bm25("birds")
    .with_additional('rerank(property: "title" query: "flying") { score }')
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"], one["_additional"]["rerank"][0]["score"])
