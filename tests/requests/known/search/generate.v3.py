import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query.get("Article", ["title"])
    .with_generate(single_prompt="Translate {title}", grouped_task="Sum up", grouped_properties=["title", "body"])
    .with_near_text({"concepts": ["animals"]})
    .with_limit(2)
    .do()
)
articles = result["data"]["Get"]["Article"]
print(articles[0]["_additional"]["generate"]["groupedResult"])
for one in articles:
    print(one["title"], one["_additional"]["generate"]["singleResult"])
