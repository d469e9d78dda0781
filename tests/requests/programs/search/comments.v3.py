import weaviate

client = weaviate.Client("http://localhost:8080")

result = (
    client.query
    .get("Article", ["title"])  # only the titles
    # what is like it
    .with_near_text({
        "concepts": ["animals"],  # the words
    })
    .with_limit(2)  # the first two
    .do()
)
for one in result["data"]["Get"]["Article"]:
    print(one["title"])
