import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_additional('generate(singleResult: {prompt: "Say {title}"}) { singleResult }')
    .with_bm25("fish")
    .with_limit(1)
    .do()
)
print(result["data"]["Get"]["Article"][0]["_additional"]["generate"]["singleResult"])
