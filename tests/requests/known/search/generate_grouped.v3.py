import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_where({"path": ["category"], "operator": "Equal", "valueText": "science"})
    .with_generate(grouped_task="What do they share?")
    .do()
)
print(result["data"]["Get"]["Article"][0]["_additional"]["generate"]["groupedResult"])
